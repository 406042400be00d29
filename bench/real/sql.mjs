// SQLite, C by Emscripten: rows written and read, joins, groups and sorting.
import { moduleOf } from '../real-modules.mjs';
import { freshRequire } from './fresh.mjs';

const QUERIES = [
  'select count(*), sum(cost), avg(cost), max(day) from visit',
  'select p.name, count(v.day) n, round(sum(v.cost), 6) from person p left join visit v on v.person = p.id group by p.id having n > 5 order by 3 desc, 1 limit 9',
  'select day % 7 as weekday, group_concat(distinct person % 5), total(cost) from visit group by weekday order by weekday',
  'with recursive f(n, a, b) as (values (1, 0, 1) union all select n + 1, b, (a + b) % 1000007 from f where n < 2000) select n, a from f order by n desc limit 3',
  "select upper(name) || printf('%08.3f|%x', born, id) from person where name like '%4_' order by born limit 5",
];

export default [{
  name: 'sql.js',
  modules: () => [moduleOf('sql.js')],
  load: () => freshRequire('sql.js')(),
  work(/** @type {import('sql.js').SqlJsStatic} */ SQL) {
    const db = new SQL.Database();
    db.run('create table person (id integer primary key, name text, born real); create table visit (person integer, day integer, cost real); begin');
    const person = db.prepare('insert into person values (?, ?, ?)');
    for (let i = 0; i < 300; i++) person.run([i, `name ${i * 7919 % 501}`, 1900 + i / 7]);
    person.free();
    const visit = db.prepare('insert into visit values (?, ?, ?)');
    for (let i = 0; i < 2000; i++) visit.run([i * 31 % 320, i * i % 365, Math.sqrt(i)]);
    visit.free();
    db.run('commit; create index visit_person on visit (person)');
    const rows = QUERIES.map((sql) => db.exec(sql));
    db.close();
    return JSON.stringify(rows);
  },
}];
