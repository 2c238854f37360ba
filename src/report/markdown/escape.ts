import { visibleText } from '../../base/visible.js';

/** An empty comment: parts a word for the page that would make a link of it, and shows nothing. */
const nothing = '<!-- -->';

/** Text without any meaning in Markdown: no emphasis, link, HTML, mention, reference to an issue, or cell of a table. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replaceAll('`', "'")
    .replace(/[\\*_{}[\]()|~$]/g, '\\$&')
    .replace(/[@#](?=\w)/g, `$&${nothing}`)
    .replace(/:\/\//g, `:${nothing}//`)
    .replace(/\bwww\./gi, `$&${nothing}`)
    .replace(/^([-+=])(?=\s|$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A name as code: it is shown as it is, and notifies nobody. */
export function codeSpan(text: string): string {
  return `\`${oneLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}

/** Text inside a fence of backticks, which must not end it. */
export function fenced(lines: readonly string[], language: 'text' | 'diff' = 'text'): string[] {
  return [
    `\`\`\`${language}`,
    ...lines.map((line) => visibleText(line).replaceAll('`', "'").replaceAll('\n', ' ')),
    '```',
  ];
}

function oneLine(text: string): string {
  const shown = visibleText(text).replace(/\s+/g, ' ').trim();
  return shown === '' ? '(no name)' : shown;
}
