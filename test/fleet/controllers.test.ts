import { describe, expect, it } from 'vitest';
import { controllerPlaces } from '../../src/fleet/controllers.js';

describe('the controllers of a policy', () => {
  const places = (settings: Parameters<typeof controllerPlaces>[0]) => {
    const all = controllerPlaces(settings);
    const shared = [...new Set(all.map(({ sharedData }) => sharedData))];
    return all.map((one) => [one.index, one.workerId, one.workerCount, shared.indexOf(one.sharedData)].join(' '));
  };

  it.each<[what: string, settings: Parameters<typeof controllerPlaces>[0], places: string[]]>([
    ['one where nothing is said', undefined, ['0 0 1 0']],
    ['so many workers of one gateway, each with data of its own', 3, ['0 0 3 0', '1 1 3 1', '2 2 3 2']],
    ['two gateways', { count: 4, workers: 2, shared: 'gateway' }, ['0 0 2 0', '1 1 2 0', '2 0 2 1', '3 1 2 1']],
    ['all with the same data', { count: 3, workers: 2, shared: true }, ['0 0 2 0', '1 1 2 0', '2 0 2 0']],
    ['none with the same', { count: 2, workers: 1, shared: false }, ['0 0 1 0', '1 0 1 1']],
    ['all workers where their number is left out', { count: 2, shared: 'gateway' }, ['0 0 2 0', '1 1 2 0']],
  ])('are %s', (_what, settings, expected) => expect(places(settings)).toEqual(expected));
});
