// Linked lists in an arena: building, merge sort by pointers, and reversal.
// Every step loads a pointer that the next step needs.
#include "kernel.h"

struct node {
  struct node *next;
  s32 value;
};

#define COUNT 8192
static struct node arena[COUNT];

static struct node *merge(struct node *a, struct node *b) {
  struct node head, *tail = &head;
  while (a && b) {
    if (a->value <= b->value) tail->next = a, a = a->next;
    else tail->next = b, b = b->next;
    tail = tail->next;
  }
  tail->next = a ? a : b;
  return head.next;
}

static struct node *sort(struct node *list) {
  if (!list || !list->next) return list;
  struct node *slow = list, *fast = list->next;
  while (fast && fast->next) slow = slow->next, fast = fast->next->next;
  struct node *half = slow->next;
  slow->next = 0;
  return merge(sort(list), sort(half));
}

static struct node *reverse(struct node *list) {
  struct node *done = 0;
  while (list) {
    struct node *next = list->next;
    list->next = done;
    done = list;
    list = next;
  }
  return done;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 21;
  s32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    struct node *list = 0;
    for (int i = 0; i < COUNT; i++) {
      arena[i].value = (s32)(next_random(&seed) >> 4);
      arena[i].next = list;
      list = &arena[i];
    }
    list = reverse(sort(list));
    s32 place = 0;
    for (; list; list = list->next) sum += list->value >> (++place & 7);
  }
  return sum;
}
