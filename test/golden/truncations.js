const t0=T[0];
const t1=T[1];
const t2=T[2];
const traps$F0=func(traps$f0,t0,0,$x0);
const saturates$F1=func(saturates$f1,t0,1,$x0);
const wide$F2=func(wide$f2,t1,2,$x1);
const back$F3=func(back$f3,t2,3,$x2);
function traps$f0(a) {
  return i32TruncS(a);
}
function saturates$f1(a) {
  return i32TruncSatU(a);
}
function wide$f2(a) {
  var b;
  b = i64TruncS(a);
  return b;
}
function back$f3(a, b) {
  return i64ToF32U(a, b);
}
return[traps$F0,saturates$F1,wide$F2,back$F3];
