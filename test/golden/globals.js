const t0=T[0];
const push$F0=func(push$f0,t0,0,$x0);
var pointer$g0=65536;
var total$g2=5,total$g2h=0;
const shown$G3=global("f",T,true,1.5);
function push$f0(a) {
  var b, c;
  pointer$g0 = pointer$g0 - a | 0;
  if (pointer$g0 < 4096) {
    unreachable();
  }
  b = total$g2 + 1 | 0;
  c = total$g2h + (b === 0 | 0) | 0;
  total$g2 = b;
  total$g2h = c;
  shown$G3.v = fround(a);
  return pointer$g0;
}
return[shown$G3,push$F0];
