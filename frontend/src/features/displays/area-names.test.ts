import { expect, test } from 'vitest'
import { shortest, shortName } from './area-names'

test.each([
  ['6階Eエリア', '6階', 'Eエリア', 'E'],
  ['6階 Eエリア', '6階', 'Eエリア', 'E'],
  ['市民交流', '1階', '市民交流', '市民交流'],
  ['1階', '1階', '1階', '1階'],
  ['エリア', '1階', 'エリア', 'エリア'],
])('%s on %s is %s in the list and %s on the map', (area, floor, inList, onMap) => {
  expect([shortName(area, floor), shortest(area, floor)]).toEqual([inList, onMap])
})
