//go:build unix

package job

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used of the processors, which other work on the machine does not lengthen.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
