const t0=T[0];
const t1=T[1];
const distance$F1=func(distance$f1,t1,1,$x1);
const depth$F2=func(depth$f2,t0,2,$x0);
function square$f0(a) {
  return Math.imul(a, a);
}
function distance$f1(a, b) {
  return Math.imul(a, a) + Math.imul(b, b) | 0;
}
function depth$f2(a) {
  if (a) {
    if (a >>> 1) {
      if (a >>> 2) {
        if (a >>> 3) {
          a = depth$f2(a >>> 4) + 1 | 0;
        } else {
          a = 0;
        }
        a = a + 1 | 0;
      } else {
        a = 0;
      }
      a = a + 1 | 0;
    } else {
      a = 0;
    }
    a = a + 1 | 0;
  } else {
    a = 0;
  }
  return a;
}
return[distance$F1,depth$F2];
