package measure

import "runtime"

// Live returns the size of the result of f on the Go heap in bytes.
func Live(f func() any) int {
	before := heap()
	kept := f()
	after := heap()
	runtime.KeepAlive(kept)
	return int(after) - int(before)
}

func heap() uint64 {
	runtime.GC()
	runtime.GC() // sweeps what the first call has freed
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
