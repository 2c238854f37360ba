/// <reference lib="dom" />

/** Makes the headings of a table into buttons that sort it by the `data-value` of their cells; no value comes last. */
export function setUpSorting(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-sort]')];
  const body = table.tBodies[0];
  if (body === undefined) return;
  const rows = [...body.rows];
  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    const arrow = document.createElement('span');
    arrow.className = 'arrow';
    button.append(arrow);
    head.append(button);
    button.addEventListener('click', () => {
      const isRising = head.getAttribute('aria-sort') !== 'ascending';
      sortRows(rows, head.cellIndex, isRising);
      body.append(...rows);
      for (const other of heads) {
        other.removeAttribute('aria-sort');
        const mark = other.querySelector('.arrow');
        if (mark !== null) mark.textContent = '';
      }
      head.setAttribute('aria-sort', isRising ? 'ascending' : 'descending');
      arrow.textContent = isRising ? ' ↑' : ' ↓';
    });
  }
}

function sortRows(rows: HTMLTableRowElement[], column: number, isRising: boolean): void {
  const numberOf = (row: HTMLTableRowElement) => {
    const text = row.cells[column]?.dataset.value ?? '';
    return text === '' ? undefined : Number(text);
  };
  rows.sort((a, b) => {
    const [first, second] = [numberOf(a), numberOf(b)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return isRising ? first - second : second - first;
  });
}
