/** What the probe has found, in the page. Times are `performance.now()` there, in milliseconds. */
export interface Findings {
  /** When the list could be used: the first tiles and the search stood on the screen. */
  usableAt: number;
  /** Of the newest event that came. */
  seq: number;
  /** From the frame that brought a collection to the screen that shows it, by the collection's id. */
  painted: Record<string, number>;
  /** The longest time that the page's thread answered to nothing. */
  longestTask: number;
}

declare global {
  interface Window {
    findings: Findings;
    /** Answers when it is so; looks whenever something was found, since looking often would slow the page down. */
    once: (isSo: (findings: Findings) => boolean) => Promise<void>;
  }
}

/** Runs in the page before its own scripts: it can use nothing from outside. */
export function probe(): void {
  const findings: Findings = { usableAt: NaN, seq: 0, painted: {}, longestTask: 0 };
  window.findings = findings;
  const waiting = new Set<() => void>();
  window.once = (isSo) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isSo(findings)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const found = () => waiting.forEach((look) => look());

  const awaited = new Map<string, number>();
  let isUsable = false;

  // The second frame begins when the first, which holds what stands in the DOM now, is on the screen.
  const whenPainted = (act: () => void) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        act();
        found();
      }),
    );

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      findings.longestTask = Math.max(findings.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });

  const look = () => {
    const stands = () =>
      document.querySelector('app-collection-tile a') && document.querySelector('search input');
    if (!isUsable && stands()) {
      isUsable = true;
      whenPainted(() => (findings.usableAt = performance.now()));
    }
    for (const [id, since] of awaited) {
      if (!document.querySelector(`app-collection-tile a[href$="${id}"]`)) continue;
      awaited.delete(id);
      whenPainted(() => (findings.painted[id] = performance.now() - since));
    }
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href'],
  });

  const hear = (frame: unknown) => {
    if (typeof frame !== 'string') return;
    // A frame of Socket.IO: digits, a name space, an id; then the event's name and what it carries.
    const [, told] = /^42[^[]*(\[.*)$/s.exec(frame) ?? [];
    if (!told) return;
    const [name, data] = JSON.parse(told) as [string, { seq?: number; collection: { id: string } }];
    findings.seq = Math.max(findings.seq, data?.seq ?? 0);
    found();
    if (name === 'newCollection') awaited.set(data.collection.id, performance.now());
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => hear(data));
    }
  };
}
