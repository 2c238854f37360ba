/// <reference lib="dom" />

/**
 * Takes the labels of Plot's groups away and hides the picture from screen readers.
 *
 * A group has no role that may carry a label, and what a picture says stands beside it as text: in the label of its figure, the
 * readout of the timeline, the tables.
 */
export function quiet<Picture extends Element>(picture: Picture): Picture {
  for (const group of picture.querySelectorAll('[aria-label]')) {
    group.setAttribute('data-part', group.getAttribute('aria-label') ?? '');
    group.removeAttribute('aria-label');
  }
  picture.setAttribute('aria-hidden', 'true');
  return picture;
}
