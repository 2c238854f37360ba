/**
 * Runs in the page: every text of a picture that is printed over another one, or runs off its picture or the page.
 *
 * A string, so that the browser gets it as it is, whatever builds the tests.
 */
export const textCollisions = `(() => {
  const found = [];
  const edge = document.documentElement.clientWidth;
  for (const svg of document.querySelectorAll('figure svg, .plots svg')) {
    const name = svg.closest('[data-chart]')?.dataset.chart ?? 'timeline ' + (svg.closest('[data-row]')?.dataset.row ?? '');
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')]
      .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }))
      .filter(({ words, box }) => words !== '' && box.width > 0);
    for (const [index, { words, box }] of boxes.entries()) {
      if (box.left < Math.max(-0.5, frame.left - 6) || box.right > Math.min(edge + 0.5, frame.right + 6))
        found.push(name + ' runs off: ' + words + ' ' + Math.round(box.left - frame.left) + '..' + Math.round(box.right - frame.left) + ' of ' + Math.round(frame.width));
      for (const other of boxes.slice(0, index)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // The box of a text is higher than its letters.
        if (width > 1 && height > 3) found.push(name + ': ' + other.words + ' x ' + words);
      }
    }
  }
  for (const name of document.querySelectorAll('.policy')) {
    const box = name.getBoundingClientRect();
    if (box.width === 0 || name.closest('.scroll, .policyBar')) continue;
    if (box.left < -0.5 || box.right > edge + 0.5) found.push('name runs off: ' + name.textContent);
    const holder = name.closest('.gutter, .card');
    if (holder !== null && box.right > holder.getBoundingClientRect().right + 0.5) found.push('name over its place: ' + name.textContent);
  }
  return found;
})()`;
