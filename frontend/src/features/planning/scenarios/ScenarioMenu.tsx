import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { AskDialog } from '#/ui/AskDialog'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { Dialog } from '#/ui/Dialog'
import { ChevronDownIcon } from '#/ui/icons'
import { MenuItem, MenuList } from '#/ui/MenuList'
import { PopoverButton } from '#/ui/PopoverButton'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { useChangeScenario, useRemoveScenario } from '../queries'
import type { Scenario } from '../shapes'
import { fieldProblems } from '../wrong-fields'

interface ScenarioMenuProps {
  scenario: Scenario
  onRemoved: () => void
}

/** What else can be done with a scenario: give it another name, copy it, take it away. */
export function ScenarioMenu({ scenario, onRemoved }: ScenarioMenuProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const navigate = useNavigate()
  const [asks, setAsks] = useState<'rename' | 'remove' | null>(null)
  const remove = useRemoveScenario()
  const { name } = scenario
  const choose = (close: () => void, act: () => void) => () => {
    close()
    act()
  }
  return (
    <>
      <PopoverButton
        button={
          <>
            {t('more')}
            <ChevronDownIcon size={16} />
          </>
        }
        buttonLabel={t('moreOf', { name })}
        buttonClassName={buttonLook('quiet', 'small')}
        label={t('moreOf', { name })}
      >
        {(close) => (
          <MenuList label={t('moreOf', { name })}>
            <MenuItem onChoose={choose(close, () => setAsks('rename'))}>{t('rename.open')}</MenuItem>
            <MenuItem
              onChoose={choose(close, () => void navigate({ to: '/planning', search: { add: scenario.id } }))}
            >
              {t('copy')}
            </MenuItem>
            <MenuItem onChoose={choose(close, () => setAsks('remove'))}>{t('remove.open')}</MenuItem>
          </MenuList>
        )}
      </PopoverButton>
      {asks === 'rename' && <Rename scenario={scenario} onClose={() => setAsks(null)} />}
      <AskDialog
        title={t('remove.ask', { name })}
        open={asks === 'remove'}
        verb={t('remove.do')}
        stay={t('remove.stay')}
        busy={remove.isPending}
        refused={<RefusedNotice words={remove.error ? words(remove.error) : null} />}
        onClose={() => setAsks(null)}
        onDo={() =>
          remove.mutate(scenario.id, {
            onSuccess: () => {
              setAsks(null)
              showToast({ tone: 'done', words: t('remove.done', { name }) })
              onRemoved()
            },
          })
        }
      >
        <p>{t('remove.means')}</p>
      </AskDialog>
    </>
  )
}

function Rename({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const [name, setName] = useState(scenario.name)
  const change = useChangeScenario()
  const wrong = fieldProblems(change.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { id: scenario.id, body: { name: name.trim(), revision: scenario.revision } },
      {
        onSuccess: (saved) => {
          showToast({ tone: 'done', words: t('rename.done', { name: saved.name }) })
          onClose()
        },
      },
    )
  }
  const beside = wrong.name?.join(' ') ?? null
  return (
    <Dialog title={t('rename.title')} open onClose={onClose}>
      <form onSubmit={save} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('form.name')}
          value={name}
          maxLength={100}
          onChange={setName}
          error={name.trim() === '' ? t('wrong.required') : beside}
        />
        <RefusedNotice words={change.error && !beside ? words(change.error) : null} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" size="primary" onPress={onClose}>
            {t('remove.stay')}
          </Button>
          <Button
            type="submit"
            kind="primary"
            size="primary"
            busy={change.isPending}
            isDisabled={name.trim() === ''}
          >
            {t('rename.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
