import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { expectInert } from '../../support/foreignText.js';
import { type HostileCase, spoiled } from './hostileCase.js';

const reports = '--report json,html,markdown,junit --out out';

/** Scenarios and traces. */
export const inputCases: readonly HostileCase[] = [
  {
    id: 'hv001',
    line: 'D validate alias-bomb.yaml',
    says: [/alias-bomb\.yaml/, /more than 100000 values .*expansion limit/],
  },
  {
    id: 'hv002',
    line: 'D validate quadratic.yaml',
    says: [/quadratic\.yaml/, /2000 aliases, more than the limit of 100/],
  },
  {
    id: 'hv003',
    line: 'D validate cycle.yaml',
    says: [/cycle\.yaml:3:9/, /traffic\.next refers to a value that contains it/],
  },
  { id: 'hv004', line: 'D validate deep.yaml', says: [/deep\.yaml/, /64 levels deep \(the nesting depth limit\)/] },
  {
    id: 'hv005',
    line: 'D validate proto.yaml',
    says: [/proto\.yaml:2:1 .*"__proto__"/, /proto\.yaml:3:7 .*"__proto__"/],
  },
  { id: 'hv006', line: 'D validate dup.yaml', says: [/dup\.yaml:3:1 .*"seed" stands twice .*lines 2 and 3/] },
  { id: 'hv007', line: 'D validate typo.yaml', says: [/typo\.yaml:2:1 .*"durration"; did you mean duration/] },
  spoiled('hv008', 's/startup: 10s/startup: 10s, colour: red/', [/s\.yaml:7:\d+ .*services\.web\.instance\.colour/]),
  spoiled('hv009', 's/duration: 1m/duration: -5m/', [/duration {2}is -5m, but must be > 0/]),
  spoiled('hv010', 's/duration: 1m/duration: 600/', [/duration {2}got 600 .*needs a unit/]),
  spoiled('hv011', 's/rate: 20/rate: .nan/', [/traffic\.users\.rate {2}got NaN/]),
  {
    id: 'hv012',
    line: "scenario | sed 's/rate: 20/rate: 1e9/; s/duration: 1m/duration: 30d/' > s.yaml; D run s.yaml --runs 1",
    says: [/2\.6e\+15 requests/, /the limit is 1,000,000,000 requests/, /--max-requests/],
  },
  {
    id: 'hv013',
    line: "scenario | sed 's/rate: 20/rate: 0/' > s.yaml; D run s.yaml --runs 1; c=$?; D run s.yaml --runs 1 --json; exit $c",
    says: [/0 requests arrived/, /^ {2}none +- +- +- /m],
    never: [/\bNaN\b|Infinity/],
  },
  spoiled('hv014', 's/duration: 1m/duration: 0s/', [/duration {2}is 0s, but must be > 0/]),
  // Slots of an instance are whole: at least 1.
  spoiled('hv015', 's/concurrency: 4/concurrency: 0/', [/services\.web\.instance\.concurrency {2}is 0 .*must be >= 1/]),
  spoiled('hv016', 's/min: 1, max: 5/min: 7, max: 5/', [/scaling\.min {2}is 7 but max is 5/]),
  {
    id: 'hv017',
    line: "scenario | sed 's/startup: 10s/startup: 10m/' > s.yaml; D run s.yaml --runs 1",
    says: [/warning: s\.yaml:7:42 .*startup takes 10m on average, but the run lasts 1m/, /\$0\.00333/],
  },
  spoiled('hv018', 's/^gateway/faults: [{ kind: startup-failure, rate: 1.2, at: 10s, for: 10s }]\\ngateway/', [
    /faults\.0\.rate {2}is 1\.2 .*must be in 0\.\.1/,
  ]),
  spoiled('hv019', 's/exponential: { mean: 100ms }/lognormal: { median: 100ms, sigma: -1 }/', [
    /sigma {2}is -1, but must be >= 0/,
  ]),
  spoiled('hv020', 's/^name: small/name: small\\nseed: 9007199254740993/', [/seed .*must be below 2\^53/]),
  { id: 'hv021', line: 'D validate empty.yaml', says: [/empty\.yaml.* is empty/] },
  { id: 'hv022', line: 'D validate comments.yaml', says: [/comments\.yaml.* is empty/] },
  { id: 'hv023', line: 'D validate list.yaml', says: [/list\.yaml.* a mapping is expected/] },
  { id: 'hv024', line: 'D validate multi.yaml', says: [/multi\.yaml.* holds multiple documents/] },
  { id: 'hv025', line: 'D validate tab.yaml', says: [/tab\.yaml:2:1 .*a tab is used/] },
  { id: 'hv026', line: 'D validate utf16.yaml', says: [/utf16\.yaml .*encoding UTF-8 \(it looks like UTF-16\)/] },
  { id: 'hv027', line: 'D validate tag.yaml', says: [/tag\.yaml:1:7 .*tag/i] },
  {
    id: 'hv028',
    line: "scenario | sed 's#initial: 2#initial: 2, policy: ../../../../etc/passwd#' > s.yaml; D validate s.yaml",
    says: [/s\.yaml:8:\d+ .*"\.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd" .*outside/],
    never: [/root:/],
  },
  {
    id: 'hv029',
    line: "ln -s loopb loopa; ln -s loopa loopb; D validate loopa; scenario | sed 's/{ executor.*rate: 20 }/{ executor: trace, file: loopa, time: t, rate: r }/' > s.yaml; D validate s.yaml",
    says: [
      /^loopa {2}cannot be read: its links form a loop {2}\[link-loop\]/m,
      /loopa .*a loop {2}\[unreadable-trace\]/,
    ],
  },
  {
    id: 'hv030',
    line: 'D run namepath.yaml --out out; D validate namepath.yaml',
    says: [/namepath\.yaml:1:7 {2}name .*characters that a name may not have/, /use letters, digits, _ and - only/],
    check: (_, folder) => expect(existsSync(join(folder, 'pwn'))).toBe(false),
  },
  {
    id: 'hv031',
    line: `scenario | sed 's#^name.*#name: small\\ndescription: "<script>alert(1)</script>"#' > s.yaml
      echo 'return { decide = function() print("<script>alert(1)</script>") return 2 end }' > '<script>alert(1)<script>.lua'
      D run s.yaml --policy '<script>alert(1)<script>.lua' --runs 1 ${reports}`,
    says: [/<script>alert\(1\)<script>: 99/],
    check: (_, folder) => {
      const texts = readdirSync(join(folder, 'out')).map((name) => [
        name,
        readFileSync(join(folder, 'out', name), 'utf8'),
      ]);
      const held = texts.filter(([, text]) => text.includes('<script>alert')).map(([name]) => name);
      // Data as it is, a fence and code spans of Markdown: nothing there is HTML.
      expect(held.filter((name) => name !== 'report.json' && name !== 'report.md')).toEqual([]);
    },
  },
  {
    id: 'hv032',
    line: `scenario | sed 's#^name.*#name: small\\ndescription: "\\\\e[2J\\\\e]8;;http://evil\\\\a"#' > s.yaml
      name="$(printf 'a\\033[2J\\033]0,pwn\\007.lua')"; echo 'return { decide = function() return 2 end }' > "$name"
      D run s.yaml --policy "$name" --runs 1 ${reports} && D inspect s.yaml`,
    says: [/a\\x1b\[2J\\x1b\]0,pwn\\x07: 99/],
    check: ({ stdout, stderr }, folder) => {
      const files = readdirSync(join(folder, 'out')).map((name) => readFileSync(join(folder, 'out', name), 'utf8'));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
      for (const text of files) expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      for (const text of [stdout, stderr]) expectInert(text);
    },
  },
  {
    id: 'hv033',
    line: 'truncate -s 1G big.yaml; D validate big.yaml',
    says: [/big\.yaml .*more than the size limit of 1048576/],
  },
  {
    id: 'hv034',
    // No scenario has regular expressions; a policy's are matched within the budget of its decision.
    line: `echo 'return { decide = function() return ngx.re.match(string.rep("a", 60) .. "!", "(a+)+$") and 1 or 2 end }' > re.lua; policy re.lua`,
    exit: [0, 107],
    says: [/re: 99|budget/],
  },
  { id: 'hv035', line: 'trace headeronly.csv > s.yaml; D validate s.yaml', says: [/headeronly\.csv:1 {2}has no rows/] },
  {
    id: 'hv036',
    line: 'trace backwards.csv > s.yaml; D validate s.yaml',
    says: [/backwards\.csv:4 {2}row 3: timestamp 30 s is before/],
  },
  // The second line of the file is its first row.
  {
    id: 'hv037',
    line: 'trace negrate.csv > s.yaml; D validate s.yaml',
    says: [/negrate\.csv:2 {2}row 1, column "rps": got "-5"/],
  },
  {
    id: 'hv038',
    line: 'trace cells.csv > s.yaml; D validate s.yaml',
    says: [/cells\.csv:2 {2}row 1, column "rps": got "NaN"/],
  },
  {
    id: 'hv039',
    line: 'trace ragged.csv > s.yaml; D validate s.yaml',
    says: [/ragged\.csv:3 {2}row 2 has 1 columns, the header has 2/],
  },
  {
    id: 'hv040',
    line: "sed -i 's/,10$/,0.01/' gap.csv; trace gap.csv | sed 's/duration: 1m/duration: 4d/' > s.yaml; D run s.yaml --runs 1",
    says: [/note: gap\.csv: 1 gap, the rate held/],
    seconds: 10,
  },
  {
    id: 'hv041',
    line: `{ printf '1.2.3.4 - - [10/Oct/2026:13:55:36 +0000] "GET / HTTP/1.1" 200 1 "-" "'; head -c 1000000 /dev/zero | tr '\\0' x; echo '"'; } > a.log; D import log a.log`,
    says: [/a\.log:1 {2}has a line of more than 1000000 characters/],
  },
];
