import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { misaki } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { serverAnswers } from '#/testing/server'

test.each([
  ['/occupancy', '利用状況は庁舎管理の担当が見られます'],
  ['/occupancy/days', 'この画面は施設担当の人が使います。'],
  ['/planning', '座席計画は庁舎管理の担当者の画面です'],
])('whoever is not of facilities is shown the way back from %s', async (address, words) => {
  const asked = serverAnswers({ 'GET /me/': { body: misaki } })
  openScreen(address)
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByRole('link', { name: '今日へもどる' })).toHaveAttribute('href', '/')
  expect(asked.map(({ path }) => path).filter((path) => /occupancy|planning/.test(path))).toEqual([])
})
