/* Clock, memory, and what is made of many figures. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stddef.h>

/* How much memory a process has, in kB, from /proc/self/smaps_rollup. */
struct memory {
    double resident;
    double private_clean; /* pages of files that no other process has */
    double private_dirty; /* pages written */
};

/* Shared objects, and what they weigh. */
struct files {
    double count;
    double bytes;
};

/* Nanoseconds since some moment. */
double now(void);

/* Nanoseconds that the process has been running on a processor, waiting not counted. */
double processor_time(void);

/* What two readings of the clock in a row are apart, in nanoseconds: the median of many. */
double clock_cost(void);

struct memory memory_now(void);

/* The shared objects in the process. */
struct files objects_now(void);

/* Sorts `values` and gives the one below which the share `part` of them lies. */
double percentile(double *values, size_t count, double part);

#endif
