import type { ShownEmbed } from '@yavka/shared/embeds/embed-plate-of';

/** Puts a whole plate in the place of the whole old one; who stood on its link stands on the new one's. */
export function showPlate(main: HTMLElement, { html, title }: Pick<ShownEmbed, 'html' | 'title'>): void {
  const next = document.createElement('template');
  next.innerHTML = html;
  if (main.innerHTML === next.innerHTML) return;
  const hadFocus = main.contains(document.activeElement);
  main.dataset['swapped'] = 'yes';
  main.replaceChildren(next.content);
  document.title = title;
  if (hadFocus) main.querySelector('a')?.focus({ preventScroll: true });
}
