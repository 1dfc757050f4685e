/* The reference model by loops fused by hand, in C: the same blocks, the same counter-based numbers and the same
 * approximations of the quantiles as the program under test, so that only the code differs.
 *
 *   peer FOLDER TURNS    checks against FOLDER/rates.bin and prints a line of JSON for each measure
 *
 * See README.md for how it is compiled. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef BLOCK
#define BLOCK 512
#endif
#ifndef FLAGS
#define FLAGS "O3"
#endif

enum { PURCHASES = 24, LOANS = 6, INPUTS = 37, FREIGHT = 24, DUTY = 25, LENDING = 26, GRANTS = 27, VARYING = 7,
       DOMESTIC = 34, EXPORT = 35, MARKUP = 36 };

static double quantity[PURCHASES], paid[PURCHASES], balance[LOANS], interest[LOANS], verified;
static int triangular[INPUTS];
static uint64_t key[INPUTS];
static double parameter[INPUTS][3];

static double column[INPUTS][BLOCK] __attribute__((aligned(64)));
static double one[BLOCK] __attribute__((aligned(64))), purchases[BLOCK] __attribute__((aligned(64)));
static double loans[BLOCK] __attribute__((aligned(64))), rate[BLOCK] __attribute__((aligned(64)));

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static double positive(double x) { return x > 0 ? x : 0; }
static double measurable(double x) { return x < 0.00005 ? 0 : x; }

/* Four purchases and all loans in one loop each: as much as the registers hold. */
static __attribute__((noinline)) void model(double (*restrict w)[BLOCK], double *restrict out) {
    const double *duty = w[DUTY], *freight = w[FREIGHT], *lending = w[LENDING];
    for (int i = 0; i < BLOCK; i++) {
        one[i] = 1 + duty[i];
        purchases[i] = 0;
        loans[i] = 0;
    }
    for (int k = 0; k < PURCHASES; k += 4) {
        const double *a = w[k], *b = w[k + 1], *c = w[k + 2], *d = w[k + 3];
        const double *q = quantity + k, *p = paid + k;
        for (int i = 0; i < BLOCK; i++) {
            purchases[i] += q[0] * positive(a[i] * one[i] + freight[i] - p[0])
                    + q[1] * positive(b[i] * one[i] + freight[i] - p[1])
                    + q[2] * positive(c[i] * one[i] + freight[i] - p[2])
                    + q[3] * positive(d[i] * one[i] + freight[i] - p[3]);
        }
    }
    for (int j = 0; j < LOANS; j++) {
        double k = balance[j], p = interest[j];
        for (int i = 0; i < BLOCK; i++) {
            loans[i] += positive(k * lending[i] - p);
        }
    }
    for (int i = 0; i < BLOCK; i++) {
        double grants = verified;
        for (int k = 0; k < VARYING; k++) {
            grants += w[GRANTS + k][i];
        }
        double sales = w[DOMESTIC][i] + w[EXPORT][i] * (1 + w[MARKUP][i]);
        out[i] = measurable(purchases[i] / sales) + measurable(loans[i] / sales) + measurable(grants / sales);
    }
}

/* splitmix64 as a counter; the middle of one of 2^52 cells. */
static void uniforms(uint64_t key, uint64_t first, double *restrict out) {
    for (int i = 0; i < BLOCK; i++) {
        uint64_t z = key + (first + i + 1) * 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        z ^= z >> 31;
        z = z >> 12 | 0x3FF0000000000000ULL;
        double d;
        memcpy(&d, &z, sizeof d);
        out[i] = d - (1.0 - 0x1p-53);
    }
}

static void triangularQuantiles(const double *restrict u, double low, double mode, double high, double *restrict out) {
    double f = (mode - low) / (high - low);
    double left = sqrt((high - low) * (mode - low)), right = sqrt((high - low) * (high - mode));
    for (int i = 0; i < BLOCK; i++) {
        out[i] = u[i] < f ? low + left * sqrt(u[i]) : high - right * sqrt(1 - u[i]);
    }
}

/* Minimax of z(q)/q in 0.49^2 - q^2 for the middle 98 %, AS 241 for the tails. */
static double central(double q) {
    double r = 0.2401 - q * q;
    double n = 486628718.0565726;
    n = n * r + 5844425036.628279;
    n = n * r + 9694800761.313135;
    n = n * r + 4980593735.099791;
    n = n * r + 1034843721.9061334;
    n = n * r + 98747635.6354572;
    n = n * r + 4609770.1919639725;
    n = n * r + 106863.73266060051;
    n = n * r + 1166.7729082485796;
    n = n * r + 4.747648722508232;
    double d = 981022141.1060407;
    d = d * r + 4714656256.034008;
    d = d * r + 5154319841.230863;
    d = d * r + 2030546482.2442029;
    d = d * r + 348887344.04339653;
    d = d * r + 28837625.761875197;
    d = d * r + 1204059.0179867118;
    d = d * r + 25560.21485989168;
    d = d * r + 260.13321201884503;
    d = d * r + 1.0;
    return q * n / d;
}

static double tail(double p) {
    double r = sqrt(-log(p < 0.5 ? p : 1 - p)), n, d;
    if (r <= 5) {
        r -= 1.6;
        n = 0.0007745450142783414;
        n = n * r + 0.022723844989269184;
        n = n * r + 0.2417807251774506;
        n = n * r + 1.2704582524523684;
        n = n * r + 3.6478483247632045;
        n = n * r + 5.769497221460691;
        n = n * r + 4.630337846156546;
        n = n * r + 1.4234371107496835;
        d = 1.0507500716444169e-09;
        d = d * r + 0.0005475938084995345;
        d = d * r + 0.015198666563616457;
        d = d * r + 0.14810397642748008;
        d = d * r + 0.6897673349851;
        d = d * r + 1.6763848301838038;
        d = d * r + 2.053191626637759;
    } else {
        r -= 5;
        n = 2.0103343992922881e-07;
        n = n * r + 2.7115555687434876e-05;
        n = n * r + 0.0012426609473880784;
        n = n * r + 0.026532189526576124;
        n = n * r + 0.29656057182850487;
        n = n * r + 1.7848265399172913;
        n = n * r + 5.463784911164114;
        n = n * r + 6.657904643501103;
        d = 2.0442631033899397e-15;
        d = d * r + 1.421511758316446e-07;
        d = d * r + 1.8463183175100548e-05;
        d = d * r + 0.0007868691311456133;
        d = d * r + 0.014875361290850615;
        d = d * r + 0.1369298809227358;
        d = d * r + 0.599832206555888;
    }
    double z = n / (d * r + 1.0);
    return p < 0.5 ? -z : z;
}

static void normalQuantiles(const double *restrict u, double mean, double deviation, double *restrict out) {
    for (int i = 0; i < BLOCK; i++) {
        out[i] = mean + deviation * central(u[i] - 0.5);
    }
    for (int i = 0; i < BLOCK; i++) {
        if (fabs(u[i] - 0.5) > 0.49) {
            out[i] = mean + deviation * tail(u[i]);
        }
    }
}

static double u[BLOCK] __attribute__((aligned(64)));

static __attribute__((noinline)) void sample(uint64_t first, double (*restrict w)[BLOCK]) {
    for (int k = 0; k < INPUTS; k++) {
        uniforms(key[k], first, u);
        const double *p = parameter[k];
        if (triangular[k]) {
            triangularQuantiles(u, p[0], p[1], p[2], w[k]);
        } else {
            normalQuantiles(u, p[0], p[1], w[k]);
        }
    }
}

static void numbers(FILE *file, const char *name, double *out, int n) {
    char word[64];
    if (fscanf(file, "%63s", word) != 1 || strcmp(word, name)) {
        fprintf(stderr, "model.txt: expected %s\n", name);
        exit(1);
    }
    for (int i = 0; i < n; i++) {
        if (fscanf(file, "%lf", out + i) != 1) {
            exit(1);
        }
    }
}

static void readAll(const char *folder, const char *name, double *out, size_t n) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file || fread(out, sizeof *out, n, file) != n) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(1);
    }
    fclose(file);
}

static double apart(double a, double b) { return fabs(a - b) / fabs(b); }

static int order(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return x < y ? -1 : x > y;
}

static double sink;

static double timed(int what, long draws) {
    double start = now();
    for (long first = 0; first < draws; first += BLOCK) {
        if (what != 0) {
            sample((uint64_t) first, column);
            sink += column[0][0];
        }
        if (what != 1) {
            model(column, rate);
            if (what == 0) {
                sink += rate[0];
            } else {
                double sum = 0;
                for (int i = 0; i < BLOCK; i++) {
                    sum += rate[i];
                }
                sink += sum;
            }
        }
    }
    return (now() - start) / draws;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "peer FOLDER TURNS\n");
        return 2;
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/model.txt", argv[1]);
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        return 1;
    }
    double inputs, size;
    numbers(file, "inputs", &inputs, 1);
    numbers(file, "draws", &size, 1);
    numbers(file, "quantity", quantity, PURCHASES);
    numbers(file, "paid", paid, PURCHASES);
    numbers(file, "balance", balance, LOANS);
    numbers(file, "interest", interest, LOANS);
    numbers(file, "verified", &verified, 1);
    for (int k = 0; k < INPUTS; k++) {
        char kind[64];
        if (fscanf(file, "%63s %lu %lf %lf %lf", kind, &key[k], parameter[k], parameter[k] + 1, parameter[k] + 2) != 5) {
            return 1;
        }
        triangular[k] = kind[0] == 't';
    }
    fclose(file);
    long draws = (long) size;
    double *all = malloc(sizeof(double) * INPUTS * draws), *rates = malloc(sizeof(double) * draws);
    readAll(argv[1], "draws.bin", all, (size_t) INPUTS * draws);
    readAll(argv[1], "rates.bin", rates, (size_t) draws);
    double model_difference = 0, sample_difference = 0;
    static double drawn[INPUTS][BLOCK] __attribute__((aligned(64)));
    for (long first = 0; first < draws; first += BLOCK) {
        for (int k = 0; k < INPUTS; k++) {
            memcpy(column[k], all + k * draws + first, sizeof column[k]);
        }
        model(column, rate);
        sample((uint64_t) first, drawn);
        for (int i = 0; i < BLOCK; i++) {
            double d = apart(rate[i], rates[first + i]);
            model_difference = d > model_difference ? d : model_difference;
            for (int k = 0; k < INPUTS; k++) {
                d = apart(drawn[k][i], column[k][i]);
                sample_difference = d > sample_difference ? d : sample_difference;
            }
        }
    }
    if (!(model_difference <= 1e-9) || !(sample_difference <= 1e-9)) {
        fprintf(stderr, "differs: model %g, draws %g\n", model_difference, sample_difference);
        return 1;
    }
    int turns = atoi(argv[2]);
    const char *names[] = {"model", "sampling", "whole"};
    double *times[3];
    for (int what = 0; what < 3; what++) {
        times[what] = malloc(sizeof(double) * turns);
    }
    for (int turn = -2; turn < turns; turn++) {
        for (int what = 0; what < 3; what++) {
            double time = timed(what, what == 0 ? 1L << 23 : 1L << 20);
            if (turn >= 0) {
                times[what][turn] = time;
            }
        }
    }
    for (int what = 0; what < 3; what++) {
        qsort(times[what], turns, sizeof(double), order);
        printf("{\"measure\": \"%s c-%s\", \"ns\": %.4f, \"difference\": %.3e}\n", names[what], FLAGS,
                times[what][turns / 2], what == 1 ? sample_difference : model_difference);
    }
    return sink == 1;
}
