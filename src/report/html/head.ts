import { createHash } from 'node:crypto';
import { escapeHtml } from './escape.js';
import { style } from './style.js';

/** The head of every page: style and security policy; scripts only by their hashes. @param scripts empty ones are none */
export function headHtml(title: string, ...scripts: readonly string[]): string {
  const hashes = scripts.filter((script) => script !== '').map((script) => `'sha256-${hashOf(inertScript(script))}'`);
  const allowed = hashes.length === 0 ? "'none'" : hashes.join(' ');
  const policy = `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} - dryscale</title><link rel="icon" href="data:,"><style>${style}</style>
<noscript><style>tr[hidden] { display: table-row !important; }</style></noscript></head>`;
}

/** An end tag inside the script would end it; in JavaScript the escaped slash means the same. */
export function inertScript(script: string): string {
  return script.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');
}

function hashOf(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}
