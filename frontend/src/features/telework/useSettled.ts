import { useEffect, useState } from 'react'

/** `value` once it has stopped changing for `ms`. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  // Synchronises with the clock: typing goes on outside React's renders.
  // biome-ignore lint/correctness/useExhaustiveDependencies: values are compared by what they hold
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [JSON.stringify(value), ms])
  return settled
}
