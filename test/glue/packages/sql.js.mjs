// SQLite, by Emscripten: the glue reads its .wasm beside it. A user-defined SQL
// function makes the glue build a small module at run time and put it in the
// table.
import { require, thrownBy } from './inputs.mjs';

export const load = () => require('sql.js')();

export function work(SQL) {
  const db = new SQL.Database();
  db.run('create table person (id integer primary key, name text, born real, data blob); create table visit (person integer, day integer, cost real)');
  db.run('begin');
  const person = db.prepare('insert into person values (?, ?, ?, ?)');
  for (let i = 0; i < 500; i++) person.run([i, `name ${i * 7919 % 501}`, 1900 + i / 7, new Uint8Array([i, i >> 8, 255])]);
  person.free();
  const visit = db.prepare('insert into visit values ($person, $day, $cost)');
  for (let i = 0; i < 3000; i++) visit.run({ $person: i * 31 % 520, $day: i * i % 365, $cost: Math.sqrt(i) });
  visit.free();
  db.run('commit');
  db.create_function('twice', (x) => x * 2);
  db.create_aggregate('product', { init: () => 1, step: (state, x) => (state * x) % 1000003, finalize: (state) => state });
  const rows = [
    'select sqlite_version() > \'3\', count(*), sum(cost), avg(cost), max(day) from visit',
    'select name, born, hex(data) from person order by name desc limit 7',
    'select p.name, count(v.day) n, round(sum(v.cost), 6) from person p left join visit v on v.person = p.id group by p.id having n > 5 order by 3 desc, 1 limit 9',
    'select day % 7 as weekday, group_concat(distinct person % 5), total(cost) from visit group by weekday order by weekday',
    'with recursive f(n, a, b) as (values (1, 0, 1) union all select n + 1, b, a + b from f where n < 80) select n, a from f order by n desc limit 3',
    'select twice(21), twice(1.25), product(id + 1) from person where id < 30',
    'select upper(name) || printf(\'%08.3f|%x|%,d\', born, id, id * 123456789) from person where name like \'%4_\' order by id limit 5',
    'select 9223372036854775807, -9223372036854775808, 1e308 * 10, 5 / 2, 5.0 / 2, -7 % 3, 1 << 40, typeof(2.0), quote(x\'00ff\')',
    'select json_extract(\'{"a":[1,{"b":2.5}]}\', \'$.a[1].b\'), strftime(\'%Y-%m-%d %H:%M\', 1e9, \'unixepoch\')',
    'explain query plan select * from person join visit on person.id = visit.person where visit.day = 3',
  ].map((sql) => db.exec(sql));
  const errors = ['select * from nothing', 'insert into person (id) values (1)', 'selec'].map((sql) => thrownBy(() => db.run(sql)));
  db.run('create index visit_day on visit (day); delete from visit where day < 100; vacuum');
  const image = db.export();
  db.close();
  const again = new SQL.Database(image);
  const after = again.exec('pragma integrity_check; select count(*), sum(cost) from visit');
  again.close();
  return { rows, errors, image, after };
}
