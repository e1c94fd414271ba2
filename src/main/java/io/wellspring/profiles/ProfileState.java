package io.wellspring.profiles;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who has a profile in one state of the profiles, and what each brought. Every user has a place, the lowest number the first. */
public final class ProfileState implements KeptAnswers.Weighed {

    private final Optional<UUID> revision;
    private final long[] users;
    private final ProfileColumn net;
    private final ProfileColumn windowNet;

    private ProfileState(Optional<UUID> revision, long[] users, ProfileColumn net, ProfileColumn windowNet) {
        this.revision = revision;
        this.users = users;
        this.net = net;
        this.windowNet = windowNet;
    }

    /** @param users in any order, with what each brought at the same place of the others */
    static ProfileState of(UUID revision, long[] users, long[] net, long[] windowNet) {
        long[] sorted = users.clone();
        Arrays.parallelSort(sorted);
        long[] netByPlace = new long[users.length];
        long[] windowNetByPlace = new long[users.length];
        for (int i = 0; i < users.length; i++) {
            int place = place(sorted, users[i]);
            netByPlace[place] = net[i];
            windowNetByPlace[place] = windowNet[i];
        }
        return new ProfileState(
                Optional.of(revision), sorted, ProfileColumn.of(netByPlace), ProfileColumn.of(windowNetByPlace));
    }

    /** Before the first refresh. */
    static ProfileState ofNobody() {
        ProfileColumn nothing = ProfileColumn.of(new long[0]);
        return new ProfileState(Optional.empty(), new long[0], nothing, nothing);
    }

    /** Empty before the first refresh. */
    Optional<UUID> revision() {
        return revision;
    }

    /** How many users there are. */
    public int size() {
        return users.length;
    }

    public UserId user(int place) {
        return new UserId(users[place]);
    }

    public Stream<UserId> users(UserSet of) {
        return of.places().mapToObj(this::user);
    }

    /** Where a user stands; negative if the user had no profile. Numbers are given one after the other, so most stand where counting says. */
    public int place(long user) {
        return place(users, user);
    }

    private static int place(long[] users, long user) {
        if (users.length == 0 || user < users[0] || user > users[users.length - 1]) {
            return -1;
        }
        int last = (int) Math.min(user - users[0], users.length - 1);
        return users[last] == user ? last : Arrays.binarySearch(users, 0, last + 1, user);
    }

    public UserSet nobody() {
        return new UserSet(new BitSet(), users.length);
    }

    /** Those at whose place something holds. */
    public UserSet where(IntPredicate holds) {
        long[] words = new long[(users.length + Long.SIZE - 1) / Long.SIZE];
        for (int place = 0; place < users.length; place++) {
            if (holds.test(place)) {
                words[place / Long.SIZE] |= 1L << place;
            }
        }
        return new UserSet(BitSet.valueOf(words), users.length);
    }

    /** Those that are handed over by number; whoever has no profile is left out. */
    public UserSet of(Consumer<LongConsumer> numbers) {
        BitSet places = new BitSet(users.length);
        numbers.accept(user -> {
            int place = place(user);
            if (place >= 0) {
                places.set(place);
            }
        });
        return new UserSet(places, users.length);
    }

    /** Takes users who belong to some of several sets. */
    public interface Sorting {

        /** @param sets a bit for each set the user belongs to, the first the lowest; nobody who has no profile belongs to any */
        void add(long user, long sets);
    }

    /** Several sets at once, at most 63, whose users are handed over by number. */
    public List<UserSet> of(int sets, Consumer<Sorting> users) {
        List<BitSet> places =
                Stream.generate(() -> new BitSet(this.users.length)).limit(sets).toList();
        users.accept((user, belongs) -> {
            int place = belongs == 0 ? -1 : place(user);
            if (place >= 0) {
                for (long left = belongs; left != 0; left &= left - 1) {
                    places.get(Long.numberOfTrailingZeros(left)).set(place);
                }
            }
        });
        return places.stream().map(set -> new UserSet(set, this.users.length)).toList();
    }

    /** Net amount of all time of some users. */
    public Money net(UserSet of) {
        return new Money(sum(net, of));
    }

    /** Their net amount in the window the figures are about. */
    public Money windowNet(UserSet of) {
        return new Money(sum(windowNet, of));
    }

    /** Net amount of all time of the user at a place, in minor units. */
    public long netAt(int place) {
        return net.at(place);
    }

    SortedAmounts netAmounts() {
        return new SortedAmounts(
                IntStream.range(0, users.length).mapToLong(net::at).toArray());
    }

    /** Some of a set, picked by chance; all of it where there are no more. */
    public List<UserId> samples(UserSet of, int most) {
        if (of.size() <= most) {
            return users(of).toList();
        }
        Set<Integer> picked = new LinkedHashSet<>();
        while (picked.size() < most) {
            int place = of.next(ThreadLocalRandom.current().nextInt(users.length));
            picked.add(place < 0 ? of.next(0) : place);
        }
        return picked.stream().map(this::user).toList();
    }

    @Override
    public long bytes() {
        return (long) users.length * Long.BYTES + net.bytes() + windowNet.bytes();
    }

    private static long sum(ProfileColumn amounts, UserSet of) {
        return of.places().mapToLong(amounts::at).reduce(0, Math::addExact);
    }
}
