// Holds the time to the first token, and between tokens, within limits: adds a share while one is missed, one step at a time.
// Use it where the limits are promised. Latency says that it is too late, not by how many: so it adds a fixed share and
// waits until all of that is ready, and it gives one back after long ease.
import { definePolicy } from 'dryscale';

export default definePolicy({
  name: 'slo-ttft',
  every: '15s',
  params: {
    /** Seconds to the first token, 95th percentile. */
    ttft: 0.5,
    /** Seconds between two tokens, 95th percentile. */
    itl: 0.05,
    /** Share of the limits from which it adds. */
    from: 0.8,
    /** Share of the replicas that it adds, at least one. */
    step: 0.25,
    /** Share of the limits below which there is ease, and seconds of it until one goes. */
    ease: 0.4,
    quiet: 300,
    /** Seconds; older metrics are not acted on. */
    maxAge: 180,
  },
  decide({ time, instances, metrics }, { params, state }) {
    const { ttft_p95_seconds: ttft, itl_p95_seconds: itl = 0, age_seconds = 0 } = metrics;
    if (ttft === undefined || age_seconds > params.maxAge) return;
    const use = Math.max(ttft / params.ttft, itl / params.itl);
    const reason = `TTFT ${ttft.toFixed(2)} s, ITL ${(itl * 1000).toFixed(0)} ms`;
    if (use >= params.ease || typeof state.easySince !== 'number') state.easySince = time;

    const isSettled = instances.ready === instances.desired;
    if (!isSettled) return { desired: instances.desired, reason };
    if (use > params.from)
      return { desired: instances.desired + Math.max(1, Math.ceil(instances.ready * params.step)), reason };
    if (time - Number(state.easySince) < params.quiet) return { desired: instances.desired, reason };
    state.easySince = time;
    return { desired: Math.max(1, instances.desired - 1), reason };
  },
});
