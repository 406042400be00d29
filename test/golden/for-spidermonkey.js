const t0=T[0];
const t1=T[1];
const sum$F0=func(sum$f0,t0,0,$x0);
const below$F1=func(below$f1,t1,1,$x1);
function sum$f0(a, b, c, d) {
  a = a + c | 0;
  R[0] = b + d + ((a ^ -2147483648) < (c ^ -2147483648) | 0);
  return a;
}
function below$f1(a, b) {
  return (a ^ -2147483648) < (b ^ -2147483648) | 0;
}
return[sum$F0,below$F1];
