import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { rooms } from './rooms.mjs';

/**
 * `npm run check:mutants [-- ROOM|FILE...]`: what the tests beside a room do not notice; one row a room.
 *
 * A room takes from minutes to an hour, so it can be had room by room, file by file or, with FILE:40-44, line by line. Fails
 * where a row is below 85 %.
 */
const scratch = join(tmpdir(), 'dryscale-mutants');
const leastShare = 0.85;
mkdirSync(scratch, { recursive: true });

const asked = process.argv.slice(2);
const rows = [];
for (const room of asked.length === 0 ? rooms : rooms.flatMap(partOf)) {
  const results = await new Stryker(optionsOf(room)).runMutationTest();
  const mutants = results.filter(({ status, statusReason }) => status !== 'Ignored' || isJustified(statusReason));
  const countOf = (...wanted) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const justified = countOf('Ignored');
  const killed = countOf('Killed', 'Timeout');
  const judged = killed + countOf('Survived', 'NoCoverage');
  rows.push({ room: room.name, mutants: judged, killed, score: killed / judged, justified });
}

console.log('| folder | mutants | killed | score | justified |\n|---|---|---|---|---|');
for (const { room, mutants, killed, score, justified } of rows) {
  console.log(`| ${room} | ${mutants} | ${killed} | ${(100 * score).toFixed(1)} % | ${justified} |`);
}
if (rows.length === 0) console.error(`no such room or file of one: ${asked.join(' ')}`);
if (rows.length === 0 || rows.some(({ score }) => !(score >= leastShare))) process.exitCode = 1;

/** The room if it is asked for, else those of its files that are. */
function partOf(room) {
  if (asked.includes(room.name)) return [room];
  const mutate = asked.filter((path) => room.mutate.some((pattern) => matchesGlob(path.replace(/:.*/, ''), pattern)));
  return mutate.length === 0 ? [] : [{ ...room, name: `${room.name}: ${mutate.join(', ')}`, mutate }];
}

/** `*` within a folder, `**` across folders: all that the list of rooms uses. */
function matchesGlob(path, pattern) {
  const source = pattern.replaceAll('.', '\\.').replaceAll('**/', '(.+/)?').replaceAll('*', '[^/]*');
  return new RegExp(`^${source}$`).test(path);
}

function optionsOf({ mutate, tests, leftOut = [], isStaticLeftOut = false }) {
  return {
    testRunner: 'functions',
    functions: { tests, leftOut },
    plugins: ['functionsRunner', 'ignoreTexts', 'unnoticedReporter'].map((name) =>
      resolve(import.meta.dirname, `${name}.mjs`),
    ),
    ignorers: ['texts'],
    coverageAnalysis: 'perTest',
    ignoreStatic: isStaticLeftOut,
    mutate,
    // Messages, keys and names: what they change is words.
    mutator: { excludedMutations: ['StringLiteral'] },
    // Stryker would read it with the programming interface of TypeScript 5; nothing here needs it.
    tsconfigFile: 'none',
    tempDirName: join(scratch, 'sandbox'),
    ignorePatterns: ['dist', 'dist.*', 'reports'],
    concurrency: Number(process.env.DRYSCALE_MUTANTS_CONCURRENCY ?? 2),
    timeoutMS: 10_000,
    warnings: { slow: false },
    reporters: ['progress-append-only', 'unnoticed'],
    allowConsoleColors: false,
  };
}

/** A reason that stands in the code, not one of the settings above. */
function isJustified(reason = '') {
  return !['a text', 'Ignored because of excluded mutation', 'Static mutant'].some((one) => reason.startsWith(one));
}
