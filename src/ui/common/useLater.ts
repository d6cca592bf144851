import { useEffect, useState } from 'react'

/** What `load` brings, null until it is there: for parts of the page that need not stand at once. */
export function useLater<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ readonly value: T } | null>(null)
  useEffect(() => {
    let over = false
    void load().then((value) => {
      if (!over) setLoaded({ value })
    })
    return () => {
      over = true
    }
  }, [load])
  return loaded?.value ?? null
}
