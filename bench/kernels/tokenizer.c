// A tokenizer for JSON text: a switch over characters, numbers and escapes,
// with a small stack of what is open.
#include "kernel.h"

#define SIZE 65536
static u8 text[SIZE + 256];
static u8 open[64];

static u32 put(u32 at, const char *s) {
  while (*s) text[at++] = (u8)*s++;
  return at;
}

static u32 put_number(u32 at, u32 x) {
  u8 digits[10];
  u32 k = 0;
  do digits[k++] = (u8)('0' + x % 10);
  while (x /= 10);
  while (k) text[at++] = digits[--k];
  return at;
}

static u32 make_text(u32 seed) {
  u32 at = put(0, "[");
  while (at < SIZE - 200) {
    u32 r = next_random(&seed);
    at = put(at, "{\"id\": ");
    at = put_number(at, r >> 12);
    at = put(at, r & 1 ? ", \"name\": \"caf\\u00e9 \\\"au lait\\\"\", " : ", \"name\": \"tea\",\n  ");
    at = put(at, r & 2 ? "\"tags\": [true, false, null, -1.5e3]},\n" : "\"deep\": {\"a\": [[], {}]}},\n");
  }
  return put(at, "null]");
}

static s32 tokenize(const u8 *p, const u8 *end) {
  u32 depth = 0;
  s32 sum = 0;
  while (p < end) {
    u8 c = *p++;
    switch (c) {
      case ' ': case '\n': case '\t': case '\r': break;
      case '{': case '[': open[depth++ & 63] = c; sum += 1; break;
      case '}': case ']':
        if (!depth || open[--depth & 63] + 2 != c) return -1;
        sum = sum * 3 + (s32)depth;
        break;
      case ',': case ':': sum ^= c; break;
      case '"':
        for (; p < end && *p != '"'; p++) {
          if (*p == '\\') p += p[1] == 'u' ? 5 : 1;
          else sum += *p;
        }
        p++;
        break;
      case 't': case 'f': case 'n': while (*p >= 'a' && *p <= 'z') p++; sum += 7; break;
      case '-': case '0': case '1': case '2': case '3': case '4':
      case '5': case '6': case '7': case '8': case '9': {
        u32 x = c == '-' ? 0 : c - '0';
        for (;; p++) {
          if (*p >= '0' && *p <= '9') x = x * 10 + (*p - '0');
          else if (*p == '.' || *p == 'e') x ^= *p;
          else break;
        }
        sum += (s32)x;
        break;
      }
      default: return -2;
    }
  }
  return depth ? -3 : sum;
}

EXPORT(run) s32 run(s32 n) {
  u32 length = make_text(24);
  s32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    text[9 + k % 3] = (u8)('1' + k % 9);
    sum = sum * 31 + tokenize(text, text + length);
  }
  return sum;
}
