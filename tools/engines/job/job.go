// Package job runs one script several times in a JavaScript engine, the way a server that is written in Go does, and writes
// down what the script asked the server for and what it gave back. README.md beside this folder describes job and report.
package job

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// Job is what to run: the script, the server's values and functions, and the answers that the functions give.
type Job struct {
	Source    string                     `json:"source"`
	Globals   map[string]json.RawMessage `json:"globals"`
	Functions []string                   `json:"functions"`
	Answers   []Answer                   `json:"answers"`
	// Values has one word for each run: "json" where values enter the script through JSON.parse, "go" where they enter as
	// Go's own.
	Values []string `json:"values"`
}

// Answer is what one call of the server gives back, in the order of the calls.
type Answer struct {
	Result json.RawMessage `json:"result"`
	Thrown *string         `json:"thrown"`
}

// Call is what the script asked the server for.
type Call struct {
	Function  string        `json:"function"`
	Arguments []interface{} `json:"arguments"`
}

// Run is one run of the script in a new engine.
type Run struct {
	Calls  []Call      `json:"calls"`
	Result interface{} `json:"result"`
	// Thrown is the text of what the script threw, or nil.
	Thrown *string `json:"thrown"`
	// Stopped is why there was no run, or no end of it: the script cannot be parsed, or its result is no plain data.
	Stopped *string `json:"stopped"`
	// ParseMs and RunMs are processor time, that of the garbage collector included.
	ParseMs float64 `json:"parseMs"`
	RunMs   float64 `json:"runMs"`
}

// Report is the outcome of all runs.
type Report struct {
	Runs []Run `json:"runs"`
	// SystemBytes is what the process holds of the machine's memory at the end, which is close to the most it ever held.
	SystemBytes uint64 `json:"systemBytes"`
}

// Server answers the calls of one run.
type Server struct {
	job    *Job
	values string
	calls  []Call
}

// Ask notes a call, and gives its answer: that of the recording's call at the same place.
func (server *Server) Ask(function string, arguments []interface{}) Answer {
	server.calls = append(server.calls, Call{Function: function, Arguments: arguments})
	if len(server.calls) > len(server.job.Answers) {
		text := "The recording has no more calls."
		return Answer{Thrown: &text}
	}
	return server.job.Answers[len(server.calls)-1]
}

// GoValues says that values enter the script as Go's own.
func (server *Server) GoValues() bool { return server.values == "go" }

// Outcome is what an engine says about one run.
type Outcome struct {
	Result  interface{}
	Thrown  *string
	Stopped *string
	// Begun and Parsed are when parsing began and ended, by Now; Parsed is 0 if it failed.
	Begun, Parsed time.Duration
}

// Now is the time by which runs are measured: what the process has used of the processors.
func Now() time.Duration { return cpuTime() }

// Engine runs the job's script once, in a new engine.
type Engine func(job *Job, server *Server) Outcome

// Main runs the job of the file that the command line names, and prints the report.
func Main(engine Engine) {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: %s JOB.json", os.Args[0]))
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fail(err)
	}
	var given Job
	if err := json.Unmarshal(text, &given); err != nil {
		fail(err)
	}
	// A script without end must not take the machine with it.
	debug.SetMaxStack(512 << 20)
	debug.SetMemoryLimit(4 << 30)
	report := Report{Runs: []Run{}}
	for _, values := range given.Values {
		report.Runs = append(report.Runs, once(engine, &given, values))
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	report.SystemBytes = memory.Sys
	if err := json.NewEncoder(os.Stdout).Encode(report); err != nil {
		fail(err)
	}
}

func once(engine Engine, given *Job, values string) Run {
	runtime.GC()
	server := &Server{job: given, values: values, calls: []Call{}}
	outcome := engine(given, server)
	ended := Now()
	run := Run{
		Calls:   server.calls,
		Result:  outcome.Result,
		Thrown:  outcome.Thrown,
		Stopped: outcome.Stopped,
		ParseMs: milliseconds(outcome.Begun, outcome.Parsed),
		RunMs:   milliseconds(outcome.Parsed, ended),
	}
	// What is no JSON (a number that is none, a function) is a finding about this run, not the end of all.
	if _, err := json.Marshal(run); err != nil {
		text := err.Error()
		run.Calls, run.Result, run.Stopped = []Call{}, nil, &text
	}
	return run
}

func milliseconds(from, to time.Duration) float64 {
	if to == 0 {
		return 0
	}
	return float64((to - from).Microseconds()) / 1000
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}
