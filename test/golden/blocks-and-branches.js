const t0=T[0];
const early$F0=func(early$f0,t0,0,$x0);
const inner$F1=func(inner$f1,t0,1,$x0);
function early$f0(a, b) {
  if (!a) {
    a = 1;
  } else if (b > a) {
    a = 2;
  } else {
    a = a + b | 0;
  }
  return a;
}
function inner$f1(a, b) {
  a = 0;
  A: for (; ; ) {
    do {
      a = a + b | 0;
      if (a < 100) {
        continue A;
      }
      b = b - 1 | 0;
    } while (b);
    break;
  }
  return a;
}
return[early$F0,inner$F1];
