module cnseries/engines

go 1.25.0

require (
	github.com/dop251/goja v0.0.0-20230531210528-d7324b2d74f7
	github.com/robertkrimen/otto v0.5.1
)

require (
	github.com/dlclark/regexp2 v1.7.0 // indirect
	github.com/go-sourcemap/sourcemap v2.1.3+incompatible // indirect
	github.com/google/pprof v0.0.0-20230207041349-798e818bf904 // indirect
	golang.org/x/text v0.4.0 // indirect
	gopkg.in/sourcemap.v1 v1.0.5 // indirect
)
