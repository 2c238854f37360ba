/** A time of the run as people read it: `12m30s`, `1h05m`, `45s`. */
export function timeText(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const rest = whole % 60;
  if (hours > 0) return `${hours}h${String(minutes).padStart(2, '0')}m`;
  return minutes === 0 ? `${rest}s` : `${minutes}m${rest === 0 ? '' : String(rest).padStart(2, '0').concat('s')}`;
}
