// Command otto runs a job in Otto.
package main

import (
	"encoding/json"

	"cnseries/engines/job"

	"github.com/robertkrimen/otto"
)

func main() { job.Main(run) }

func run(given *job.Job, server *job.Server) job.Outcome {
	vm := otto.New()
	vm.SetStackDepthLimit(20000)
	parse, err := vm.Run("JSON.parse")
	if err != nil {
		panic(err)
	}
	value := func(text json.RawMessage) otto.Value {
		if len(text) == 0 {
			return otto.UndefinedValue()
		}
		if server.GoValues() {
			var decoded interface{}
			if err := json.Unmarshal(text, &decoded); err != nil {
				panic(err)
			}
			entered, err := vm.ToValue(decoded)
			if err != nil {
				panic(err)
			}
			return entered
		}
		parsed, err := parse.Call(otto.UndefinedValue(), string(text))
		if err != nil {
			panic(err)
		}
		return parsed
	}
	for name, text := range given.Globals {
		if err := vm.Set(name, value(text)); err != nil {
			panic(err)
		}
	}
	for _, name := range given.Functions {
		err := vm.Set(name, func(call otto.FunctionCall) otto.Value {
			arguments := make([]interface{}, len(call.ArgumentList))
			for index, argument := range call.ArgumentList {
				arguments[index], _ = argument.Export()
			}
			answer := server.Ask(name, arguments)
			if answer.Thrown != nil {
				panic(vm.MakeCustomError("Error", *answer.Thrown))
			}
			return value(answer.Result)
		})
		if err != nil {
			panic(err)
		}
	}
	outcome := job.Outcome{Begun: job.Now()}
	script, err := vm.Compile("script.js", given.Source)
	if err != nil {
		text := err.Error()
		outcome.Stopped = &text
		return outcome
	}
	outcome.Parsed = job.Now()
	result, err := vm.Run(script)
	if err != nil {
		text := err.Error()
		outcome.Thrown = &text
		return outcome
	}
	outcome.Result, err = result.Export()
	if err != nil {
		text := err.Error()
		outcome.Stopped = &text
	}
	return outcome
}
