import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#/ui/EmptyState'
import { CheckIcon } from '#/ui/icons'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Pages } from './Pages'
import { useGaps } from './queries'

export type GapOf = 'section' | 'manager'

interface GapListProps {
  of: GapOf
  onOf: (of: GapOf) => void
  personLink: (id: number, name: string) => ReactNode
}

/** People for whom something is missing in the directory: a section, or a 所属長 who approves for them. */
export function GapList({ of, onOf, personLink }: GapListProps) {
  const { t } = useTranslation('directory')
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl
        label={t('gaps.which')}
        value={of}
        segments={[
          { value: 'section', label: t('gaps.section') },
          { value: 'manager', label: t('gaps.manager') },
        ]}
        onChange={onOf}
        className="self-start"
      />
      <p className="max-w-[44em]">{t(`gaps.means.${of}`)}</p>
      <Pages
        label={t(`gaps.${of}`)}
        pages={useGaps(of)}
        rowKey={({ person }) => person.id}
        empty={<EmptyState icon={<CheckIcon className="text-free-text" />} title={t(`gaps.none.${of}`)} />}
      >
        {({ person, number, title, department }) => (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {personLink(person.id, person.name)}
            <span className="text-sm text-quiet tabular-nums">{number}</span>
            <span className="text-sm">{[department?.name, title].filter(Boolean).join(' ')}</span>
          </p>
        )}
      </Pages>
    </div>
  )
}
