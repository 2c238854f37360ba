import { expect, it } from 'vitest';
import { parseSleep } from '../../../src/policy/lua/sleepText.js';

it.each([
  ['sleep 60', 60],
  ['sleep .5', 0.5],
  ['  sleep   1m 30s ', 90],
  ['sleep 1.5h', 5_400],
  ['sleep 1d', 86_400],
  ['sleep 0', 0],
])('reads %j', (command, seconds) => {
  expect(parseSleep(command)).toBe(seconds);
});

it.each([
  'sleep',
  'sleep -1',
  'sleep 5; rm -rf /',
  'sleep $(date)',
  'sleep 1m30s',
  'sleep 5 && reboot',
  'usleep 5',
  'touch x',
  '',
])('refuses %j', (command) => {
  expect(parseSleep(command)).toBeUndefined();
});
