// Command goja runs a job in goja. The same source serves both versions: go.mod pins the current one, goja2023.mod that of
// mid-2023.
package main

import (
	"encoding/json"

	"cnseries/engines/job"

	"github.com/dop251/goja"
)

func main() { job.Main(run) }

func run(given *job.Job, server *job.Server) job.Outcome {
	vm := goja.New()
	vm.SetMaxCallStackSize(20000)
	parse, _ := goja.AssertFunction(vm.Get("JSON").ToObject(vm).Get("parse"))
	value := func(text json.RawMessage) goja.Value {
		if len(text) == 0 {
			return goja.Undefined()
		}
		if server.GoValues() {
			var decoded interface{}
			if err := json.Unmarshal(text, &decoded); err != nil {
				panic(err)
			}
			return vm.ToValue(decoded)
		}
		parsed, err := parse(goja.Undefined(), vm.ToValue(string(text)))
		if err != nil {
			panic(err)
		}
		return parsed
	}
	for name, text := range given.Globals {
		vm.Set(name, value(text))
	}
	for _, name := range given.Functions {
		vm.Set(name, func(call goja.FunctionCall) goja.Value {
			arguments := make([]interface{}, len(call.Arguments))
			for index, argument := range call.Arguments {
				arguments[index] = argument.Export()
			}
			answer := server.Ask(name, arguments)
			if answer.Thrown != nil {
				thrown, err := vm.New(vm.Get("Error"), vm.ToValue(*answer.Thrown))
				if err != nil {
					panic(err)
				}
				panic(thrown)
			}
			return value(answer.Result)
		})
	}
	outcome := job.Outcome{Begun: job.Now()}
	program, err := goja.Compile("script.js", given.Source, false)
	if err != nil {
		text := err.Error()
		outcome.Stopped = &text
		return outcome
	}
	outcome.Parsed = job.Now()
	result, err := vm.RunProgram(program)
	if err != nil {
		text := err.Error()
		if exception, isException := err.(*goja.Exception); isException {
			text = exception.Value().String()
		}
		outcome.Thrown = &text
		return outcome
	}
	outcome.Result = result.Export()
	return outcome
}
