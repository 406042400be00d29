const t0=T[0];
const t1=T[1];
const sum$F0=func(sum$f0,t0,0,$x0);
const even$F1=func(even$f1,t1,1,$x1);
even$F1.c=even$c1;
function sum$f0(a, b) {
  for (; ; ) {
    if (a) {
      b = b + a | 0;
      a = a - 1 | 0;
      continue;
    }
    return b;
  }
}
function even$c1(a) {
  if (a) {
    if ((TC.n = TC.n - 1) >= 0) {
      return odd$c2(a - 1 | 0);
    }
    TC.a = [a - 1 | 0];
    TC.f = odd$c2;
    return;
  }
  return 1;
}
function even$f1(a0){const n=TC.n,m=n>4?n:4;TC.n=m;try{return tailLoop(even$c1(a0),m)}finally{TC.n=n}}
function odd$c2(a) {
  if (a) {
    if ((TC.n = TC.n - 1) >= 0) {
      return even$c1(a - 1 | 0);
    }
    TC.a = [a - 1 | 0];
    TC.f = even$c1;
    return;
  }
  return 0;
}
function odd$f2(a0){const n=TC.n,m=n>4?n:4;TC.n=m;try{return tailLoop(odd$c2(a0),m)}finally{TC.n=n}}
return[sum$F0,even$F1];
