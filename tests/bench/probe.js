/**
 * Runs in every measured document before the document's own scripts, the same in both pages: notes when something was
 * painted and how long tasks took. What it waits for is looked up in the first text of the payload only, so that the
 * measuring costs the same whatever the size.
 */
;(() => {
  const longTasks = []
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' })

  /** Calls `then` with the time when what is in the document now has been painted. */
  function afterPaint(then) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        then(performance.now())
      }
      port2.postMessage(null)
    })
  }

  /** The first characters of what the box with this name shows. */
  function beginningOf(name) {
    let node = document.querySelector(`[aria-label="${name}"]`)
    while (node !== null && node.nodeType !== Node.TEXT_NODE) node = node.firstChild
    return node === null ? '' : node.data.slice(0, 1000)
  }

  /** Resolves with the milliseconds from the next event of this type until `isThere()` holds and is painted; then calls `atPaint`. */
  function painted(type, isThere, atPaint = () => {}) {
    return new Promise((resolve) => {
      let start = null
      addEventListener(
        type,
        (event) => {
          start = event.timeStamp
        },
        { capture: true, once: true },
      )
      const observer = new MutationObserver(() => {
        if (start === null || !isThere()) return
        observer.disconnect()
        afterPaint((end) => {
          resolve(end - start)
          atPaint()
        })
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  }

  function tokenBox() {
    for (const element of document.querySelectorAll('textarea, div')) {
      const box = (element.shadowRoot ?? element.parentNode).querySelector('[aria-label="Token"]')
      if (box !== null && (box.isContentEditable || box.localName === 'textarea')) return box
    }
    return null
  }

  /** When the Token box could be typed into, and that was painted; in milliseconds since the epoch. */
  const usable = new Promise((resolve) => {
    const look = () => {
      // The box of a document around a frame is in the frame.
      if (document.querySelector('iframe') !== null) return
      if (tokenBox() === null) requestAnimationFrame(look)
      else afterPaint((end) => resolve(performance.timeOrigin + end))
    }
    requestAnimationFrame(look)
  })

  /** First contentful paint of this document, in milliseconds since the epoch. */
  const firstPaint = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntriesByName('first-contentful-paint')) {
        resolve(performance.timeOrigin + startTime)
      }
    }).observe({ type: 'paint', buffered: true })
  })

  globalThis.bench = {
    usable,
    firstPaint,
    /**
     * Waits for the paste of a payload that holds `nonce`. What stands in `awaited` is the time until it is painted: there
     * the document stops, so that what it did until then can be read before it goes on.
     */
    awaitPaste: (nonce) => {
      bench.awaited = painted(
        'paste',
        () => beginningOf('Payload text').includes(nonce),
        () => {
          // biome-ignore lint/suspicious/noDebugger: see above
          debugger
        },
      )
    },
    /** Waits for a key after which the payload begins otherwise than now. */
    awaitKey: () => {
      const before = beginningOf('Payload text')
      bench.awaited = painted('keydown', () => beginningOf('Payload text') !== before)
    },
    awaited: null,
    /** The longest task since `since` of `performance.now()`, in milliseconds; 0 if none was over 50. */
    longestTask: (since) =>
      Math.max(0, ...longTasks.filter((task) => task.startTime >= since).map((task) => task.duration)),
  }
})()
