package io.wellspring.imports;

import io.wellspring.users.IdentityKind;
import io.wellspring.users.IntakeMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A {@link Mapping} as it is kept.
 *
 * @param uses a list of {@link ColumnUse}, one for each column
 * @param matchBy the names of the identities by which rows find their users
 */
@Embeddable
record FileMapping(
        @ColumnTransformer(write = "cast(? as jsonb)") String uses,
        @Enumerated(EnumType.STRING) IntakeMode mode,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> matchBy,
        boolean createUsers) {

    static FileMapping of(Mapping mapping) {
        return new FileMapping(
                ColumnUses.write(mapping.uses()),
                mapping.mode(),
                mapping.matchBy().stream().map(Enum::name).toList(),
                mapping.createUsers());
    }

    Mapping mapping() {
        return new Mapping(
                ColumnUses.read(uses),
                mode,
                matchBy.stream().map(IdentityKind::valueOf).toList(),
                createUsers);
    }
}
