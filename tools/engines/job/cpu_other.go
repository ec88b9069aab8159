//go:build !unix

package job

import "time"

var started = time.Now()

// cpuTime is the time since the start, where the system does not tell what the process used.
func cpuTime() time.Duration { return time.Since(started) }
