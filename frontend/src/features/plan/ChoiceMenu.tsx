import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfState } from '#/api/half-state'
import { MenuGroup, MenuItem, MenuList } from '#/ui/MenuList'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { SegmentedControl } from '#/ui/SegmentedControl'
import type { Half, Part, Place } from './queries'
import type { UsualDesk } from './usual-desk'

/** Everything a cell can lead to; `part` says for how much of the day. */
export type MenuChoice =
  | 'usualDesk'
  | 'nearDesk'
  | 'anyDesk'
  | 'map'
  | 'office'
  | 'home'
  | 'satellite'
  | 'trip'
  | 'leave'
  | 'usual'
  | 'giveUp'
  | 'openRequest'
  | 'dropRequest'

interface ChoiceMenuProps {
  half: Half
  /** Both halves say the same: then the whole day is meant until another is chosen. */
  whole: boolean
  state: HalfState
  usual: UsualDesk | null
  onChoose: (choice: MenuChoice, part: Part) => void
}

/** Where will I be: one tap a choice, by mouse, arrows or finger. */
export function ChoiceMenu({ half, whole, state, usual, onChoose }: ChoiceMenuProps) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const [part, setPart] = useState<Part>(whole ? 'full' : half)
  const request = requestOf(state)
  const returned = state.kind === 'pending' && state.state === 'returned'
  const choice = (name: MenuChoice, words: ReactNode) => (
    <MenuItem onChoose={() => onChoose(name, part)}>{words}</MenuItem>
  )
  return (
    <div className="flex w-66 flex-col gap-2">
      <SegmentedControl
        wide
        label={everyday('book.part')}
        value={part === 'full' ? 'full' : half}
        segments={[
          { value: 'full', label: everyday('part.full') },
          { value: half, label: everyday(`part.${half}`) },
        ]}
        onChange={setPart}
      />
      <MenuList label={t('menu.label')}>
        {request && (
          <MenuGroup title={t('menu.request')}>
            {choice('openRequest', t(returned ? 'menu.mend' : 'menu.open'))}
            {request.droppable &&
              choice('dropRequest', t(state.kind === 'pending' ? 'menu.withdraw' : 'menu.cancel'))}
          </MenuGroup>
        )}
        <MenuGroup title={<Titled place="office">{everyday('place.office')}</Titled>}>
          {usual && choice('usualDesk', t('menu.usualDesk', { desk: usual.code }))}
          {choice('nearDesk', t('menu.nearDesk'))}
          {choice('anyDesk', t('menu.anyDesk'))}
          {choice('map', t('menu.map'))}
          {state.kind !== 'noDesk' && state.kind !== 'desk' && choice('office', t('menu.office'))}
          {state.kind === 'desk' && choice('giveUp', t('menu.giveUp', { desk: state.code }))}
        </MenuGroup>
        <MenuGroup title={t('menu.elsewhere')}>
          {choice('home', <Titled place="home">{t('menu.home')}</Titled>)}
          {choice('satellite', <Titled place="satellite">{t('menu.satellite')}</Titled>)}
          {choice('trip', <Titled place="trip">{everyday('place.trip')}</Titled>)}
          {choice('leave', <Titled place="leave">{everyday('place.leave')}</Titled>)}
          {(state.kind === 'own' || state.kind === 'noDesk') && choice('usual', t('menu.usual'))}
        </MenuGroup>
      </MenuList>
    </div>
  )
}

/** The request a cell shows, and whether its person may still take it back. */
export function requestOf(state: HalfState): { id: number; droppable: boolean } | null {
  if (state.kind === 'pending') return { id: state.request, droppable: true }
  if (state.kind === 'telework' && state.request !== null)
    return { id: state.request, droppable: state.state === 'approved' }
  return null
}

function Titled({ place, children }: { place: Place; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <PlaceLetter place={place} letter={t(`placeLetter.${place}`)} />
      {children}
    </>
  )
}
