import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Button } from './Button'
import { Chip } from './Chip'
import { DayStepper } from './DayStepper'
import { Panel } from './Panel'
import { PopoverButton } from './PopoverButton'
import { SegmentedControl } from './SegmentedControl'
import { TextField } from './TextField'
import { ToastRegion } from './ToastRegion'
import { showToast } from './toasts'

test('a busy button says so and takes no second press', async () => {
  const onPress = vi.fn()
  render(
    <Button busy onPress={onPress}>
      予約する
    </Button>,
  )
  await userEvent.click(screen.getByRole('button'))
  expect(onPress).not.toHaveBeenCalled()
  expect(screen.getByRole('button')).toHaveTextContent('送っています')
})

test('arrow keys move the choice of a segmented control', async () => {
  function Parts() {
    const [part, setPart] = useState<'full' | 'am'>('full')
    const segments = [
      { value: 'full', label: '全日' },
      { value: 'am', label: '午前' },
    ] as const
    return <SegmentedControl label="時間帯" value={part} segments={segments} onChange={setPart} />
  }
  render(<Parts />)
  const group = screen.getByRole('group', { name: '時間帯' })
  expect(within(group).getByRole('radio', { name: '全日' })).toBeChecked()
  await userEvent.click(within(group).getByRole('radio', { name: '全日' }))
  await userEvent.keyboard('{ArrowRight}')
  expect(within(group).getByRole('radio', { name: '午前' })).toBeChecked()
})

test('a chip is pressed or not', async () => {
  const onChange = vi.fn()
  render(
    <Chip chosen onChange={onChange}>
      モニター
    </Chip>,
  )
  expect(screen.getByRole('button', { name: 'モニター', pressed: true })).toBeVisible()
  await userEvent.click(screen.getByRole('button'))
  expect(onChange).toHaveBeenCalledWith(false)
})

test('what is wrong with a field belongs to the field', () => {
  render(
    <TextField
      label="席の番号"
      value="x"
      onChange={() => undefined}
      hint="06E-016 の形で"
      error="ありません。"
    />,
  )
  const field = screen.getByLabelText('席の番号')
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription('06E-016 の形で ありません。')
})

const days = ['2026-11-20', '2026-11-24', '2026-11-25']

test('the day stepper goes from working day to working day and stops at the ends', async () => {
  const onChange = vi.fn()
  render(<DayStepper day="2026-11-24" today="2026-11-24" days={days} onChange={onChange} />)
  await userEvent.click(screen.getByRole('button', { name: '前の日' }))
  await userEvent.click(screen.getByRole('button', { name: '次の日' }))
  expect(onChange.mock.calls).toEqual([['2026-11-20'], ['2026-11-25']])
  expect(screen.getByRole('button', { name: '11月24日(火)・今日' })).toBeVisible()
})

test('past the last day there is no next', () => {
  render(<DayStepper day="2026-11-25" today="2026-11-24" days={days} onChange={() => undefined} />)
  expect(screen.getByRole('button', { name: '次の日' })).toBeDisabled()
})

test('the calendar offers only the days that can be chosen', async () => {
  const onChange = vi.fn()
  render(<DayStepper day="2026-11-24" today="2026-11-24" days={days} onChange={onChange} />)
  await userEvent.click(screen.getByRole('button', { name: '11月24日(火)・今日' }))
  const month = await screen.findByRole('grid')
  await userEvent.click(within(month).getByText('23'))
  expect(onChange).not.toHaveBeenCalled()
  await userEvent.click(within(month).getByText('25'))
  expect(onChange).toHaveBeenCalledWith('2026-11-25')
})

test('the window of a button says whether it is open, closes on Escape, and the focus is where it was', async () => {
  render(
    <PopoverButton button="しぼりこむ" label="条件" buttonClassName="">
      {(close) => (
        <button type="button" onClick={close}>
          この条件で見る
        </button>
      )}
    </PopoverButton>,
  )
  const button = screen.getByRole('button', { name: 'しぼりこむ', expanded: false })
  await userEvent.click(button)
  expect(await screen.findByRole('dialog', { name: '条件' })).toBeVisible()
  expect(button).toHaveAttribute('aria-expanded', 'true')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await waitFor(() => expect(button).toHaveFocus())
  await userEvent.click(button)
  await userEvent.click(await screen.findByRole('button', { name: 'この条件で見る' }))
  await waitFor(() => expect(button).toHaveFocus())
  expect(button).toHaveAttribute('aria-expanded', 'false')
})

test('Escape closes a panel', async () => {
  const onClose = vi.fn()
  render(
    <Panel title="06E-021" onClose={onClose}>
      空き
    </Panel>,
  )
  screen.getByRole('button', { name: '閉じる' }).focus()
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('a notice can undo what it tells of, and then goes', async () => {
  const undo = vi.fn()
  render(<ToastRegion />)
  showToast({ tone: 'done', words: '取り消しました', action: { label: '元に戻す', onPress: undo } })
  await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('取り消しました')).not.toBeInTheDocument()
})

test('a failure is an alert and stays until it is closed', async () => {
  render(<ToastRegion />)
  showToast({ tone: 'failed', words: 'できませんでした', lines: ['規則: 期間'] })
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('規則: 期間')
  await userEvent.click(within(alert).getByRole('button', { name: '閉じる' }))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})
