package io.wellspring.points.web;

import io.wellspring.points.Reward;
import io.wellspring.points.RewardCatalogue;
import io.wellspring.points.RewardChangedMeanwhile;
import io.wellspring.points.RewardPicture;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What points buy: all rewards, one of them, and the forms by which managers keep them. */
@Controller
@RequiredArgsConstructor
class RewardsPage {

    private static final String REWARD = "/rewards/{reward:[1-9]\\d{0,17}}";
    private static final int MOST_CODES_BYTES = 4 << 20;

    private final RewardCatalogue catalogue;
    private final TierChoices tiers;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final FormText said;

    @GetMapping("/rewards")
    String list(Locale locale, Model model) {
        model.addAttribute("rewards", catalogue.rewards());
        model.addAttribute("tierNames", tiers.names(locale));
        model.addAttribute("today", clock.today());
        return "points/rewards";
    }

    @GetMapping("/rewards/new")
    String create(Model model) {
        return form(RewardForm.empty(clock.today()), Optional.empty(), model);
    }

    @GetMapping(REWARD)
    String show(@PathVariable long reward, Model model) {
        Reward known = catalogue.reward(reward);
        return form(RewardForm.of(known), Optional.of(known), model);
    }

    @PostMapping("/rewards")
    String create(
            @ModelAttribute("typed") RewardForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        return changing(() -> saved(catalogue.create(typed.terms()), flash, locale), typed, Optional.empty(), model)
                .orElseGet(() -> refused(model, response, locale));
    }

    @PostMapping(REWARD)
    String change(
            @PathVariable long reward,
            @ModelAttribute("typed") RewardForm typed,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Reward known = catalogue.reward(reward);
        try {
            return changing(
                            () -> {
                                catalogue.change(reward, typed.seen(), typed.terms());
                                return saved(reward, flash, locale);
                            },
                            typed,
                            Optional.of(known),
                            model)
                    .orElseGet(() -> refused(model, response, locale));
        } catch (RewardChangedMeanwhile meanwhile) {
            Reward now = catalogue.reward(reward);
            model.addAttribute("meanwhile", said.of(meanwhile, locale));
            RewardForm stored = RewardForm.of(now);
            RewardForm kept = touched.over(stored, typed.over(stored));
            model.addAttribute("beside", beside(stored, kept, locale));
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(kept, Optional.of(now), model);
        }
    }

    @PostMapping(REWARD + "/withdrawal")
    String withdraw(@PathVariable long reward, RedirectAttributes flash, Locale locale) {
        catalogue.withdraw(reward, true);
        return saved(reward, flash, locale);
    }

    @PostMapping(REWARD + "/offer")
    String offer(@PathVariable long reward, RedirectAttributes flash, Locale locale) {
        catalogue.withdraw(reward, false);
        return saved(reward, flash, locale);
    }

    @PostMapping(path = REWARD + "/picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String picture(
            @PathVariable long reward,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale)
            throws IOException {
        SentParts parts = SentParts.of(request, RewardPicture.MOST_BYTES);
        Reward known = catalogue.reward(reward);
        return changing(
                        () -> {
                            catalogue.show(reward, parts.file());
                            return saved(reward, flash, locale);
                        },
                        RewardForm.of(known),
                        Optional.of(known),
                        model)
                .orElseGet(() -> refused(model, response, locale));
    }

    @PostMapping(path = REWARD + "/codes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String codes(
            @PathVariable long reward,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale)
            throws IOException {
        SentParts parts = SentParts.of(request, MOST_CODES_BYTES);
        Reward known = catalogue.reward(reward);
        String lines = parts.text() + "\n" + new String(parts.file(), StandardCharsets.UTF_8).replace("\ufeff", "");
        return changing(
                        () -> {
                            RewardCatalogue.CodesAdded added = catalogue.addCodes(reward, lines);
                            flash.addFlashAttribute(
                                    "done",
                                    messages.getMessage(
                                            "rewards.codes.added",
                                            new Object[] {added.added(), added.known(), added.rejected()},
                                            locale));
                            return "redirect:/rewards/" + reward;
                        },
                        RewardForm.of(known),
                        Optional.of(known),
                        model)
                .orElseGet(() -> refused(model, response, locale));
    }

    /** The address of a picture changes with it, so that browsers may keep it. */
    @GetMapping(REWARD + "/picture")
    ResponseEntity<byte[]> picture(@PathVariable long reward) {
        return catalogue
                .picture(reward)
                .map(picture -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePrivate()
                                .immutable())
                        .eTag(picture.etag())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .contentType(MediaType.parseMediaType(picture.mediaType()))
                        .body(picture.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<String> changing(Supplier<String> change, RewardForm typed, Optional<Reward> reward, Model model) {
        try {
            return Optional.of(change.get());
        } catch (Refusal refusal) {
            model.addAttribute("field", refusal.field().orElseThrow(() -> refusal));
            model.addAttribute("refusal", refusal);
            form(typed, reward, model);
            return Optional.empty();
        }
    }

    private String refused(Model model, HttpServletResponse response, Locale locale) {
        if (model.getAttribute("refusal") instanceof Refusal refusal) {
            model.addAttribute("wrong", said.of(refusal, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "points/reward";
    }

    private List<SideBySide.Field> beside(RewardForm stored, RewardForm typed, Locale locale) {
        return new SideBySide(messages, locale)
                .text("rewards.name", stored.name(), typed.name())
                .text("rewards.price", stored.price(), typed.price())
                .text("rewards.description", stored.description(), typed.description())
                .text("rewards.stock", stored.stock(), typed.stock())
                .text("rewards.perUser", stored.perUser(), typed.perUser())
                .text("rewards.leastTier", tierName(stored, locale), tierName(typed, locale))
                .text("rewards.validFrom", stored.validFrom(), typed.validFrom())
                .text("rewards.validUntil", stored.validUntil(), typed.validUntil())
                .fields();
    }

    private String tierName(RewardForm form, Locale locale) {
        String tier = form.leastTier() == null ? "" : form.leastTier();
        return tier.isEmpty() ? "" : tiers.names(locale).getOrDefault(Typed.small(tier), tier);
    }

    private String saved(long reward, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage("rewards.saved", null, locale));
        return "redirect:/rewards/" + reward;
    }

    private String form(RewardForm typed, Optional<Reward> reward, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("reward", reward.orElse(null));
        model.addAttribute("today", clock.today());
        model.addAttribute("kinds", RewardForm.Kind.values());
        model.addAttribute("tiers", tiers.above());
        model.addAttribute("locale", LocaleContextHolder.getLocale());
        return "points/reward";
    }
}
