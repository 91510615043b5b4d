import { expect, test } from 'vitest'
import { wantedFiles, withFiles } from './dropped-files'

const file = (name: string, text = '') => new File([text], name)

test('only tables and drawings are taken', () => {
  expect(
    wantedFiles([file('desks.csv'), file('.DS_Store'), file('06F.SVG')]).map(({ name }) => name),
  ).toEqual(['desks.csv', '06F.SVG'])
})

test('a mended file takes the place of the one with its name', async () => {
  const files = withFiles([file('areas.csv'), file('desks.csv', 'old')], [file('desks.csv', 'new')])
  expect(files.map(({ name }) => name)).toEqual(['areas.csv', 'desks.csv'])
  expect(await files[1]?.text()).toBe('new')
})
