import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { NewVisitor } from '#/features/acting/NewVisitor'
import { VisitorList } from '#/features/acting/VisitorList'
import { openBooks } from '#/lib/i18n'
import { Button } from '#/ui/Button'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/visitors')({
  beforeLoad: () => openBooks('people'),
  component: Visitors,
})

/** 来庁者, for facilities: who is here and expected, entering another, and their desks. */
function Visitors() {
  const { t } = useTranslation('people')
  const { today } = useMe()
  const [adding, setAdding] = useState(false)
  return (
    <div className="flex max-w-240 flex-col gap-6">
      <div className="flex flex-wrap items-center gap-4">
        <PageHeading>{t('visitors.title')}</PageHeading>
        {!adding && (
          <Button
            kind="primary"
            icon={<PlusIcon size={20} />}
            className="ms-auto"
            onPress={() => setAdding(true)}
          >
            {t('visitors.new')}
          </Button>
        )}
      </div>
      <p className="max-w-[44em]">{t('visitors.lead')}</p>
      {adding && <NewVisitor today={today} onDone={() => setAdding(false)} />}
      <VisitorList today={today} />
    </div>
  )
}
