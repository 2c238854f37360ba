import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { problemLines } from '../../src/base/problem.js';
import { shellCommand } from '../../src/base/shellCommand.js';
import { quotedLines, screenText, visibleJson, visibleLine } from '../../src/base/visible.js';
import { yamlText } from '../../src/base/yamlText.js';
import type { Finding } from '../../src/cli/explain/findingsOf.js';
import { sarif } from '../../src/cli/explain/sarif.js';
import { literal } from '../../src/exports/k6/literal.js';
import { scenarioText } from '../../src/imports/k6/scenarioText.js';
import { RequestClasses } from '../../src/imports/log/requestClasses.js';
import { commandLines } from '../../src/report/commandLines.js';
import { escapeHtml, jsonForScript } from '../../src/report/html/escape.js';
import { junitText } from '../../src/report/junitText.js';
import { codeOf, codeSpan, fenced, plain } from '../../src/report/markdown/escape.js';
import { workflowCommand } from '../../src/report/workflowCommand.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { expectInert, foreignText } from '../support/foreignText.js';

/** Holds for each text that a file, a policy or a command line may bring. */
const holds = (check: (text: string) => void) => () => fc.assert(fc.property(foreignText, check), { numRuns: 300 });

/** A data structure with the text wherever one may stand. */
const dataOf = (text: string) => ({
  name: text,
  [text || 'key']: [text, { deeper: { [`k${text}`]: text } }],
  'a b': 1,
});

describe('foreign text in each kind of output', () => {
  it(
    'is one line of a terminal, and of the program’s own lines none',
    holds((text) => {
      const line = visibleLine(text);
      expect(line).not.toContain('\n');
      expect(visibleLine(line)).toBe(line);
      const screen = screenText(`${line}\n  ${line}\n${quotedLines(text).map(visibleLine).join('\n')}\n`);
      expectInert(screen);
      expect(
        screen
          .split('\n')
          .slice(2, -1)
          .filter((one, index) => index > 0 && !one.startsWith('    | ')),
      ).toEqual([]);
      const lines = problemLines({ code: 'x', where: { file: text, path: text }, what: text, why: text, fix: text });
      expect(lines.filter((one) => one.includes('\n'))).toEqual([]);
      expect(lines.slice(1).every((one) => one.startsWith('    '))).toBe(true);
    }),
  );

  it(
    'keeps no colour on a screen that has colours, and the screen keeps its own',
    holds((text) => {
      const screen = screenText(`\u001b[1m${visibleLine(text)}\u001b[0m\n`, true);
      expect(screen.startsWith('\u001b[1m') && screen.endsWith('\u001b[0m\n')).toBe(true);
      expectInert(screen.slice(4, -5));
    }),
  );

  it(
    'is the same data in JSON',
    holds((text) => {
      const json = visibleJson(dataOf(text), 2);
      expect(JSON.parse(json)).toEqual(dataOf(text));
      expect(screenText(json)).toBe(json);
    }),
  );

  it(
    'is the same data in YAML, with comments beside it',
    holds((text) => {
      const yaml = yamlText(dataOf(text));
      expect(parse(yaml)).toEqual(dataOf(text));
      expect(screenText(yaml)).toBe(yaml);
      // safe: whatever stands in it, its text is what matters here.
      const input = {
        name: 'x',
        description: text,
        assumptions: [{ path: text, from: text }],
      } as unknown as ScenarioInput;
      const scenario = scenarioText(input, { top: [text], byKey: { description: [text] } });
      expect(parse(scenario)).toEqual(input);
      expect(screenText(scenario)).toBe(scenario);
    }),
  );

  it(
    'is the same data in a script',
    holds((text) => {
      const code = literal(dataOf(text));
      expect(new Function(`return ${code};`)()).toEqual(dataOf(text));
      expect(screenText(code)).toBe(code);
    }),
  );

  it(
    'is one annotation of GitHub’s, which gives the text back',
    holds((text) => {
      const line = workflowCommand({ level: 'error', place: { file: text, line: 3 }, title: text, message: text });
      const match = /^::error file=([^,:]*),line=3,title=([^,:]*)::([^\n\r]*)$/.exec(line);
      expectInert(line.slice(2));
      const decoded = (match?.slice(1) ?? []).map((part) =>
        decodeURIComponent(part.replace(/%(?!25|0D|0A|3A|2C)/g, '%25')),
      );
      expect(new Set(decoded).size).toBe(1);
    }),
  );

  it(
    'is text and nothing else in XML',
    holds((text) => {
      const cases = [
        { name: text, failure: { type: text, message: text } },
        { name: text, skipped: text },
      ];
      const xml = junitText([{ name: text, properties: [['source', text]], cases }]);
      // XML 1.0, production 2 (Char); everything else of a text stands as an entity or a reference.
      expect(xml).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
      expect(xml.replace(/&(?:amp|lt|gt|quot|#10|#9);/g, '')).not.toContain('&');
      const shape = xml.replace(/"[^"<]*"/g, '""').replace(/>[^<\n]+</g, '><');
      expect(shape.match(/<[^>]*>/g)).toHaveLength(15);
      expect(shape.replace(/<[\w/?][\w ="/?]*>/g, '').trim()).toBe('');
      expectInert(xml);
    }),
  );

  it(
    'is text and nothing else in HTML, and data in its scripts',
    holds((text) => {
      const script = jsonForScript(text);
      const page = `<!doctype html><html><body><p title="${escapeHtml(text)}">${escapeHtml(text)}</p><script>${script}</script></body></html>`;
      const { document } = parseHTML(page);
      expect([...document.body.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['P', 'SCRIPT']);
      const paragraph = document.querySelector('p');
      expect(paragraph?.attributes.length).toBe(1);
      expect(paragraph?.textContent).toBe(document.querySelector('p')?.getAttribute('title'));
      expect(script).not.toMatch(/<|[\u2028\u2029]/);
      expect(JSON.parse(script)).toBe(text);
    }),
  );

  it(
    'means nothing in Markdown: no link, mention, HTML, and no cell of a table',
    holds((text) => {
      const shown = plain(text);
      expectInert(`- ${shown}`);
      const left = shown
        .replace(/<!-- -->/g, '\u0001')
        .replace(/\\[\\*_{}[\]()|~$+=-]/g, '\u0001')
        .replace(/&(?:amp|lt|gt);/g, '\u0001');
      expect(left).not.toMatch(/[\\*_{}[\]|`<>\n]/);
      expect(left).not.toMatch(/[@#]\w|:\/\/|www\.\w|^[-+=] /i);
      const code = codeSpan(text);
      expect(code).toMatch(/^`[^`\n]*`$/);
      expect(code.replaceAll('\\|', '')).not.toContain('|');
      expect(codeOf(text)).toMatch(/^<code>[^<>\n]*<\/code>$/);
      const [begin, ...lines] = fenced([text, text]);
      const end = lines.pop();
      expect(begin).toBe(`${end}text`);
      expect(lines).toHaveLength(2);
      expect(lines.join('\n')).not.toContain(end);
    }),
  );

  it(
    'is data and a relative reference in SARIF',
    holds((text) => {
      const problem = { code: 'x', where: {}, what: text, why: text, fix: text };
      const finding: Finding = { level: 'error', problem, place: { file: `a/${text}`, line: 1, column: 1 } };
      const json = sarif([finding], { version: '1', pathOf: (file) => file });
      expect(screenText(json)).toBe(json);
      const [result] = JSON.parse(json).runs[0].results;
      expect(result.message.text).not.toMatch(/\]\(|\n/);
      const { uri } = result.locations[0].physicalLocation.artifactLocation;
      expect(uri).toMatch(/^a\/[\w%.~!*'()/-]*$/);
      expect(decodeURIComponent(uri)).toBe(`a/${text.replace(/\p{Cs}/gu, '\ufffd')}`);
    }),
  );

  it(
    'is no formula and no second cell in CSV',
    holds((text) => {
      const classes = new RequestClasses(60);
      classes.add({ seconds: 0, method: text, path: `/${text}` } as Parameters<RequestClasses['add']>[0]); // safe: all that a class is made of
      for (const { name } of classes.most(8)) expect(name).toMatch(/^[A-Za-z_]*(?: \/[\w.~%@:-]*)?$/);
    }),
  );

  it('is the same words when a command that is shown is typed into sh', () => {
    const words = fc.array(
      foreignText.map((text) => text.replace(/\0/g, '').replace(/\p{Cs}/gu, '')),
      { maxLength: 3 },
    );
    const samples = fc.sample(words, 400);
    const commands = samples.map((some) => shellCommand(['dryscale', 'run', ...some]));
    for (const command of commands) {
      expectInert(command);
      expect(command).not.toContain('\n');
    }
    // Broken into lines as a screen is, too.
    const typed = commands.flatMap((command) => [command, commandLines(command, 60).join('\n')]);
    const script = ['dryscale() { printf "%s\\0" "$#" "$@"; }', ...typed].join('\n');
    const [bySh, byBash] = ['sh', 'bash'].map((shell) => execFileSync(shell, ['-c', script], { encoding: 'utf8' }));
    const expected = samples.flatMap((some) => {
      const line = `${[some.length + 1, 'run', ...some].join('\0')}\0`;
      return [line, line];
    });
    expect(bySh).toBe(expected.join(''));
    expect(byBash).toBe(bySh);
  });

  it('is cut nowhere, and takes a time that follows its length, when it is very long', () => {
    const count = process.env.DRYSCALE_LONG === '1' ? 1_500_000 : 50_000;
    const long = 'x\u001b|`<&\n'.repeat(count);
    const { user: begun } = process.cpuUsage();
    expect(visibleLine(long).length).toBe(11 * count);
    for (const kind of [plain, codeSpan, escapeHtml, quotedLines, (text: string) => visibleJson(text), yamlText])
      kind(long);
    expect(process.cpuUsage().user - begun).toBeLessThan(1e6 + 25 * count);
  });
});
