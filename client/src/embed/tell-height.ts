/**
 * Tells the page around how high the embed is, whenever that changes; it knows no other way. Nothing else is told.
 * A frame that is out of sight is not laid out by itself, so what may change its height is listened for as well.
 */
export function tellHeight(main: HTMLElement): void {
  if (window.parent === window) return;
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ yavka: 'height', height }, '*');
  };
  tell();
  void document.fonts.ready.then(tell);
  window.addEventListener('resize', tell);
  new MutationObserver(tell).observe(main, { childList: true });
  new ResizeObserver(tell).observe(main);
}
