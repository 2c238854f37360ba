/* The request loop of one model in plain C, for the engine to measure itself by: no scenario, policy, telemetry, books or
 * report. Requests share the vCPUs of their instance evenly, at most one each, then do io; the least loaded instance takes
 * a request, ties go to the one picked longest ago.
 *
 *   requestLoop INSTANCES VCPUS CPU_SECONDS CPU_CV IO_SECONDS IO_CV TIMEOUT_SECONDS SECONDS RATE [SECONDS RATE]...
 *
 * A cv of 1 is exponential, any other lognormal; io of 0 is none. The rate runs linearly from one point to the next. A try
 * that takes longer than the timeout (0: none) goes on unseen, and up to two others follow after a pause of up to
 * 100 and 200 ms. Prints requests and the mean latency of those answered, in ms.
 *
 * As in src/fleet/processorSharing.ts an instance keeps virtual time, so that its running requests are a list by the
 * virtual time at which each is done. Small fleets are scanned, without branches; large ones are heaps. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { SCANNED = 32, SLOTS = 1 << 20, TRIES = 3 };

static uint64_t state = 42;

/* splitmix64: the shortest generator that is good enough for means. */
static double uniform(void) {
  uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return ((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

static double exponential(double mean) { return -mean * log(1 - uniform()); }

static double draw(double mean, double cv) {
  if (mean == 0 || cv == 1) return mean == 0 ? 0 : exponential(mean);
  double variance = log(1 + cv * cv);
  double normal = sqrt(2 * exponential(1)) * cos(6.283185307179586 * uniform());
  return mean * exp(sqrt(variance) * normal - variance / 2);
}

/* At most one key an id, the least on top: scanned while few, else a 4-ary heap that knows where each id is. */
typedef struct { double *keys; int *heap, *positions; int count; } Ranking;

static Ranking ranking(int count, double key) {
  Ranking all = {malloc(count * sizeof(double)), malloc(count * sizeof(int)), malloc(count * sizeof(int)), count};
  for (int id = 0; id < count; id++) all.keys[id] = key, all.heap[id] = all.positions[id] = id;
  return all;
}

static void set(Ranking *all, int id, double key) {
  double before = all->keys[id];
  all->keys[id] = key;
  if (all->count <= SCANNED) return;
  int hole = all->positions[id];
  if (key < before) {
    for (int parent; hole > 0 && all->keys[all->heap[parent = (hole - 1) / 4]] > key; hole = parent)
      all->positions[all->heap[hole] = all->heap[parent]] = hole;
  } else {
    for (int first; (first = 4 * hole + 1) < all->count;) {
      int end = first + 4 < all->count ? first + 4 : all->count, least = first;
      for (int child = first + 1; child < end; child++)
        if (all->keys[all->heap[child]] < all->keys[all->heap[least]]) least = child;
      if (all->keys[all->heap[least]] >= key) break;
      all->positions[all->heap[hole] = all->heap[least]] = hole;
      hole = least;
    }
  }
  all->positions[all->heap[hole] = id] = hole;
}

static int first(const Ranking *all) {
  if (all->count > SCANNED) return all->heap[0];
  double least = all->keys[0];
  int id = 0;
  for (int other = 1; other < all->count; other++) {
    int is_less = all->keys[other] < least;
    least = is_less ? all->keys[other] : least;
    id = is_less ? other : id;
  }
  return id;
}

/* Ends of io and pauses: a 4-ary heap by time. */
typedef struct { double seconds; int slot; } Event;
static Event events[SLOTS];
static int event_count;

static void push(double seconds, int slot) {
  int hole = event_count++;
  for (int parent; hole > 0 && events[parent = (hole - 1) / 4].seconds > seconds; hole = parent) events[hole] = events[parent];
  events[hole] = (Event){seconds, slot};
}

static int pop(void) {
  int slot = events[0].slot, hole = 0;
  Event last = events[--event_count];
  for (int child; (child = 4 * hole + 1) < event_count; hole = child) {
    int end = child + 4 < event_count ? child + 4 : event_count;
    for (int other = child + 1; other < end; other++)
      if (events[other].seconds < events[child].seconds) child = other;
    if (events[child].seconds >= last.seconds) break;
    events[hole] = events[child];
  }
  events[hole] = last;
  return slot;
}

/* The running requests of an instance, the one done first last. */
typedef struct { double done_at; int slot; } Running;
typedef struct { double now, touched; Running *running; int count, room; int64_t load, picked; } Instance;
typedef struct { double arrived, cpu, io; int instance, tries, number; } Request;

static double vcpus;
static double slowness(int running) { return running <= vcpus ? 1 : running / vcpus; }

static void join(Instance *instance, double seconds, double cpu, int slot) {
  if (instance->count > 0) instance->now += (seconds - instance->touched) / slowness(instance->count);
  instance->touched = seconds;
  if (instance->count == instance->room) {
    instance->room = 2 * instance->room + 8;
    instance->running = realloc(instance->running, instance->room * sizeof(Running));
  }
  double done_at = instance->now + cpu;
  int hole = instance->count++;
  for (; hole > 0 && instance->running[hole - 1].done_at < done_at; hole--) instance->running[hole] = instance->running[hole - 1];
  instance->running[hole] = (Running){done_at, slot};
}

static Request requests[SLOTS];
static int freed[SLOTS], freed_count, used;

static int take_slot(void) {
  if (freed_count == 0 && used == SLOTS) exit(3);
  return freed_count > 0 ? freed[--freed_count] : used++;
}

/* Timeouts run equally long for all, so they end in the order in which they begin. */
typedef struct { double seconds; int slot, number; } Timer;
static Timer timers[SLOTS];
static unsigned timers_begun, timers_ended;

int main(int count, char **values) {
  if (count < 10 || count % 2 != 0) return 2;
  int instance_count = atoi(values[1]);
  vcpus = atof(values[2]);
  double cpu = atof(values[3]), cpu_cv = atof(values[4]), io = atof(values[5]), io_cv = atof(values[6]), timeout = atof(values[7]);
  int point_count = (count - 8) / 2, point = 0;
  double at[64], rates[64], highest = 0;
  for (int index = 0; index < point_count; index++) {
    at[index] = atof(values[8 + 2 * index]);
    rates[index] = atof(values[9 + 2 * index]);
    highest = fmax(highest, rates[index]);
  }
  double end = at[point_count - 1];

  Instance *fleet = calloc(instance_count, sizeof(Instance));
  Ranking completions = ranking(instance_count, INFINITY), loads = ranking(instance_count, 0);
  for (int id = 0; id < instance_count; id++) set(&loads, id, id - instance_count);
  int64_t picks = 0, arrived = 0, answered = 0;
  double latencies = 0, arrival = exponential(1 / highest);
  int next_id = 0;
  for (;;) {
    double next_cpu = completions.keys[next_id], next_event = event_count > 0 ? events[0].seconds : INFINITY;
    double next_timeout = timers_ended != timers_begun ? timers[timers_ended % SLOTS].seconds : INFINITY;
    double now = fmin(fmin(arrival, next_timeout), fmin(next_cpu, next_event));
    if (now >= end) break;
    int slot, id = -1, is_done = 0, begins = 0;
    if (now == next_cpu) {
      id = next_id;
      Instance *instance = &fleet[id];
      Running ended = instance->running[--instance->count];
      instance->now = instance->count > 0 ? ended.done_at : 0;
      instance->touched = now;
      slot = ended.slot;
      if (requests[slot].io > 0) push(now + requests[slot].io, slot);
      else is_done = 1;
    } else if (now == next_event) {
      slot = pop();
      is_done = requests[slot].instance >= 0;
      begins = !is_done;
    } else if (now == next_timeout) {
      Timer timer = timers[timers_ended++ % SLOTS];
      Request *request = &requests[timer.slot];
      if (request->number != timer.number || request->tries > TRIES) continue;
      int again = take_slot();
      requests[again] = (Request){request->arrived, request->cpu, request->io, -1, request->tries + 1, requests[again].number};
      /* Left behind: nobody waits for it. */
      request->tries = TRIES + 1;
      if (requests[again].tries <= TRIES) push(now + uniform() * 0.1 * (requests[again].tries - 1), again);
      else freed[freed_count++] = again;
      continue;
    } else {
      while (point < point_count - 2 && at[point + 1] <= now) point++;
      double rate = rates[point] + (rates[point + 1] - rates[point]) * (now - at[point]) / (at[point + 1] - at[point]);
      arrival = now + exponential(1 / highest);
      if (rate < highest && uniform() * highest >= rate) continue;
      slot = take_slot();
      requests[slot] = (Request){now, draw(cpu, cpu_cv), draw(io, io_cv), -1, 1, requests[slot].number};
      arrived++;
      begins = 1;
    }
    if (begins) {
      id = first(&loads);
      Instance *instance = &fleet[id];
      requests[slot].instance = id;
      instance->picked = ++picks;
      /* Exact in a double up to 2^40 picks of 2^13 requests each. */
      set(&loads, id, ++instance->load * 0x1p40 + picks);
      join(instance, now, requests[slot].cpu, slot);
      if (timeout > 0) timers[timers_begun++ % SLOTS] = (Timer){now + timeout, slot, requests[slot].number};
    }
    if (is_done) {
      Request *request = &requests[slot];
      Instance *instance = &fleet[request->instance];
      set(&loads, request->instance, --instance->load * 0x1p40 + instance->picked);
      if (request->tries <= TRIES) latencies += now - request->arrived, answered++;
      request->number++;
      freed[freed_count++] = slot;
    }
    if (id < 0) continue;
    Instance *instance = &fleet[id];
    double left = instance->count > 0 ? instance->running[instance->count - 1].done_at - instance->now : INFINITY;
    set(&completions, id, now + left * slowness(instance->count));
    next_id = first(&completions);
  }
  printf("%lld %.6f\n", (long long)arrived, 1000 * latencies / answered);
  return 0;
}
