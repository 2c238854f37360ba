import type { SeriesMeta } from './seriesMeta.js';
/** Names that an exporter gives to one of several ways to tell the same thing, which must not be added up; empty where it has one way. */
export declare function variantOf({ name, labels }: SeriesMeta): string;
/** The better of two variants of one metric, by what each stands for. */
export declare function variantOrder(variant: string): number;
