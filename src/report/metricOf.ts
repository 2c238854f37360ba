import type { Measure } from '../results/measure.js';
import type { Part } from '../results/partName.js';

/** A measure as Prometheus would name it. */
export interface Metric {
  readonly name: string;
  /** The end of the name; undefined where there is no base unit. */
  readonly unit: string | undefined;
  /** A value of ours in that unit. */
  inBaseUnit(value: number): number;
}

interface BaseUnit {
  readonly name: string;
  /** How names of ours say the unit that they have. */
  readonly ours: RegExp;
  inBaseUnit(value: number): number;
}

const itself = (value: number): number => value;

/** Of each unit of measures that has one. Source: Prometheus, "Metric and label naming", base units. */
const baseUnits: Readonly<Record<string, BaseUnit>> = {
  ms: { name: 'seconds', ours: /_ms(?=_|$)/, inBaseUnit: (value) => value / 1000 },
  s: { name: 'seconds', ours: /_s$/, inBaseUnit: itself },
  hours: { name: 'seconds', ours: /_hours$/, inBaseUnit: (value) => value * 3600 },
  percent: { name: 'ratio', ours: /_percent$/, inBaseUnit: (value) => value / 100 },
  ratio: { name: 'ratio', ours: /(_ratio)?$/, inBaseUnit: itself },
  usd: { name: 'usd', ours: /_usd(?=_|$)/, inBaseUnit: itself },
};

const partNames: Readonly<Record<Part['kind'], string>> = {
  services: 'service_',
  consumers: 'consumer_',
  classes: 'class_',
  // Of one of them; what is paid to all is a measure whose name begins with it.
  providers: 'per_provider_',
};

/** @param kind of the part that it is of; the sum over a metric must not count the whole and its parts */
export function metricOf(measure: Measure, kind?: Part['kind']): Metric {
  const prefix = `dryscale_${kind === undefined ? '' : partNames[kind]}`;
  const own = kind === 'providers' ? measure.name.replace(/^provider_/, '') : measure.name;
  const base = baseUnits[measure.unit];
  // `_count` is the end of a histogram's series.
  if (base === undefined) {
    return { name: prefix + own.replace(/_count$/, ''), unit: undefined, inBaseUnit: itself };
  }
  const name = prefix + own.replace(base.ours, `_${base.name}`);
  return { name, unit: name.slice(name.lastIndexOf(`_${base.name}`) + 1), inBaseUnit: base.inBaseUnit };
}
