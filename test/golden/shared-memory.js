const $shared=[];
const t0=T[0];
const add$F0=func(add$f0,t0,0,syncedExport($shared,$x0));
const wait$F1=func(wait$f1,t0,1,syncedExport($shared,$x0));
const M0=sharedMemory(1,1,0);
$shared.push(M0);
function add$f0(a) {
  return atomicAdd32(M0, (a >>> 0) + 4, 1) | 0;
}
function wait$f1(a) {
  return atomicWait32(M0, a >>> 0, 0, -1, -1) | 0;
}
return[add$F0,wait$F1];
