// Set before the page's own script: when the widget's message was sent, the run ended, the page last changed.
(() => {
  const seen = window.seen = {armed: false, sent: null, finished: null, changed: 0, runs: 0};
  const FINISHED = __FIELD__, EARLY_FOR_RERUN = 2;
  const scriptFinished = bytes => {  // the value of that field of a ForwardMsg, or null
    let at = 0;
    const number = () => {
      let value = 0, scale = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * scale; scale *= 128; } while (byte > 127);
      return value;
    };
    while (at < bytes.length) {
      const tag = number(), wire = tag & 7, field = Math.floor(tag / 8);
      if (wire === 0) { const value = number(); if (field === FINISHED) return value; }
      else if (wire === 2) { const length = number(); at += length; }
      else if (wire === 5) at += 4; else if (wire === 1) at += 8; else return null;
    }
    return null;
  };
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", event => {
        if (!(event.data instanceof ArrayBuffer)) return;
        const how = scriptFinished(new Uint8Array(event.data));
        if (how === null || how === EARLY_FOR_RERUN) return;
        seen.runs += 1;
        if (seen.sent !== null) seen.finished = performance.now();
      });
    }
    send(data) {
      if (seen.armed && seen.sent === null) seen.sent = performance.now();
      return super.send(data);
    }
  };
  seen.arm = () => { seen.armed = true; seen.sent = seen.finished = null; };
  const state = () => document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state");
  seen.still = ms => seen.runs > 0 && state() === "notRunning" && performance.now() - seen.changed >= ms;
  seen.settled = ms => seen.finished !== null && performance.now() - seen.finished >= ms && seen.still(ms);
  const watch = () => new MutationObserver(() => { seen.changed = performance.now(); }).observe(
    document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
  document.documentElement ? watch() : document.addEventListener("readystatechange", watch, {once: true});
})();
