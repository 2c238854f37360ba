import { z } from 'zod';
import { bandwidthSchema } from '../../base/bandwidth.js';
import { sizeSchema } from '../../base/quantity.js';
import type { Distribution } from '../../random/distribution.js';
import { numberSetting } from '../../random/numberSetting.js';

/** Bytes that come from elsewhere, unless the node has them. */
export const downloadSchema = z.strictObject({
  size: sizeSchema().meta({ description: 'What is loaded, e.g. 140GB' }),
  at: bandwidthSchema(),
  cachedShare: numberSetting({
    min: 0,
    max: 1,
    why: 'It is a share of the starts.',
    description: 'Share of the starts that find it on their node: they take no time for it',
  }).default(0),
});

export type DownloadSettings = z.output<typeof downloadSchema>;

/** Seconds of a download: 0 in a share of the starts, else always the same. */
export function buildDownload({ size, at, cachedShare }: DownloadSettings): Distribution {
  const seconds = size / at;
  const isDrawn = cachedShare > 0 && cachedShare < 1;
  const certain = cachedShare === 1 ? 0 : seconds;
  return {
    sample: (stream) => {
      if (!isDrawn) return certain;
      return stream.uniform() < cachedShare ? 0 : seconds;
    },
    meanSeconds: (1 - cachedShare) * seconds,
    variance: cachedShare * (1 - cachedShare) * seconds ** 2,
  };
}
