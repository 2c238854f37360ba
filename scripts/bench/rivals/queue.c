/* M/M/c in plain C, first come, first served: queue SERVERS SERVICE_SECONDS RATE SECONDS. Prints requests and their mean
 * latency in ms. The ends of service are a 4-ary heap, the line is a ring of arrivals. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINE = 1 << 20 };

static uint64_t state = 42;

/* splitmix64: the shortest generator that is good enough for means. */
static double uniform(void) {
  uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return ((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

static double exponential(double mean) { return -mean * log(1 - uniform()); }

typedef struct { double seconds, arrived; } End;
static End *ends;
static int busy;

static void push(End end) {
  int hole = busy++;
  for (int parent; hole > 0 && ends[parent = (hole - 1) / 4].seconds > end.seconds; hole = parent) ends[hole] = ends[parent];
  ends[hole] = end;
}

static End pop(void) {
  End first = ends[0], last = ends[--busy];
  int hole = 0;
  for (int child; (child = 4 * hole + 1) < busy; hole = child) {
    int end = child + 4 < busy ? child + 4 : busy;
    for (int other = child + 1; other < end; other++)
      if (ends[other].seconds < ends[child].seconds) child = other;
    if (ends[child].seconds >= last.seconds) break;
    ends[hole] = ends[child];
  }
  ends[hole] = last;
  return first;
}

int main(int count, char **values) {
  if (count != 5) return 2;
  int servers = atoi(values[1]);
  double service = atof(values[2]), rate = atof(values[3]), until = atof(values[4]);
  static double line[LINE];
  ends = malloc(servers * sizeof(End));
  int64_t came = 0, begun = 0, answered = 0;
  double latencies = 0, arrival = exponential(1 / rate);
  for (;;) {
    double end = busy > 0 ? ends[0].seconds : INFINITY, now = fmin(arrival, end);
    if (now >= until) break;
    if (now == end) {
      latencies += now - pop().arrived;
      answered++;
    } else {
      if (came - begun == LINE) return 3;
      line[came++ % LINE] = now;
      arrival = now + exponential(1 / rate);
    }
    if (begun < came && busy < servers) push((End){now + exponential(service), line[begun++ % LINE]});
  }
  printf("%lld %.6f\n", (long long)came, 1000 * latencies / answered);
  return 0;
}
