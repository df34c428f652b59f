package measure

import "runtime"

// Live returns the bytes that what f makes takes on the heap of Go.
func Live(f func() any) int {
	before := heap()
	kept := f()
	after := heap()
	runtime.KeepAlive(kept)
	return int(after) - int(before)
}

func heap() uint64 {
	runtime.GC()
	runtime.GC() // what the first has freed is swept
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
